package dev.turnout.protocol.translate;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the model that a request is written for.
 *
 * @param target as the configuration names it
 * @param model the provider's own name of it
 * @param maxOutputTokens its limit, to which a request for more is lowered; null where none is
 *     known
 * @param quirks of its provider
 * @param requiresSignedThinking whether its provider refuses thinking that it has not signed, as
 *     Anthropic does; others of that dialect sign with nothing and want it back
 */
public record Upstream(
        Target target,
        String model,
        @Nullable Integer maxOutputTokens,
        Set<Quirk> quirks,
        boolean requiresSignedThinking) {

    public Upstream {
        quirks = quirks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(quirks));
    }

    /** One without a limit that is known, which requires that thinking is signed. */
    public static Upstream of(String model, Quirk... quirks) {
        return new Upstream(
                Target.of("house/" + model), model, null, Set.copyOf(List.of(quirks)), true);
    }

    /** Who answers: by the provider's own name of the model, which a target may leave open. */
    public Target origin() {
        return new Target(target.provider(), model);
    }

    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
