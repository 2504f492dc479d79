package dev.turnout.protocol.anthropic.wire;

import dev.turnout.contracts.routing.Effort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of {@code output_config.effort}. */
public final class AnthropicEffort {

    private AnthropicEffort() {}

    /** Null for a word that is not known. */
    public static @Nullable Effort of(String word) {
        return switch (word) {
            case "low" -> Effort.LOW;
            case "medium" -> Effort.MEDIUM;
            case "high" -> Effort.HIGH;
            case "xhigh" -> Effort.XHIGH;
            case "max" -> Effort.MAX;
            default -> null;
        };
    }

    /** The word that stands for it. */
    public static String word(Effort effort) {
        return effort.name().toLowerCase(Locale.ROOT);
    }
}
