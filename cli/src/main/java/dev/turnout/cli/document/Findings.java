package dev.turnout.cli.document;

import dev.turnout.contracts.config.ConfigError;
import java.util.List;

/** What is wrong with a document, for a person who is to mend it. */
public final class Findings {

    private Findings() {}

    /** Three lines for each: where, what, and what to do. */
    public static String of(List<ConfigError> errors) {
        var text = new StringBuilder();
        for (var error : errors) {
            var pointer = error.pointer().isEmpty() ? "the whole document" : error.pointer();
            text.append("%n  %s%n    %s%n".formatted(pointer, error.problem()));
            if (error.nearest() != null) {
                text.append("    nearest: %s%n".formatted(error.nearest()));
            }
            text.append("    to do:   %s%n".formatted(error.remedy()));
        }
        return text.toString();
    }
}
