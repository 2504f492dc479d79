package dev.turnout.kit.profile;

import dev.turnout.contracts.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a kind of provider.
 *
 * @param name what a document writes after {@code profile}
 * @param otherNames which it may write as well
 * @param title the vendor's own spelling, for people
 * @param dialect it speaks
 * @param url what the vendor's own SDK calls the base URL; null where only the user can know it
 * @param auth how it wants to be shown the key
 * @param keyNeeded whether it refuses calls without a key
 * @param environment names of environment variables that usually hold the key, likeliest first
 * @param model a good first choice; {@code *} where it takes the names that clients of its dialect
 *     send; null where only the user can know it
 * @param requiresSignedThinking whether it refuses thinking blocks that it has not signed, as the
 *     real Anthropic does: blocks without a signature are cut toward it
 * @param builtIn whether it needs no network: the demo answers from within
 */
public record Profile(
        String name,
        List<String> otherNames,
        String title,
        Dialect dialect,
        @Nullable String url,
        AuthStyle auth,
        boolean keyNeeded,
        List<String> environment,
        @Nullable String model,
        boolean requiresSignedThinking,
        boolean builtIn) {

    /** In a target's model: the name that the client sent. */
    public static final String CLIENTS_MODEL = "*";

    @SuppressWarnings("ConstantConditions") // the data leave out what is empty
    public Profile {
        otherNames = otherNames == null ? List.of() : List.copyOf(otherNames);
        environment = environment == null ? List.of() : List.copyOf(environment);
    }

    /** Whether a document may call this profile so; without regard to case. */
    boolean isNamed(String text) {
        return name.equalsIgnoreCase(text)
                || otherNames.stream().anyMatch(other -> other.equalsIgnoreCase(text));
    }

    /** This profile with another dialect or URL, where those are given. */
    Profile at(@Nullable Dialect otherDialect, @Nullable String otherUrl) {
        return new Profile(
                name,
                otherNames,
                title,
                otherDialect == null ? dialect : otherDialect,
                otherUrl == null ? url : otherUrl,
                auth,
                keyNeeded,
                environment,
                model,
                requiresSignedThinking,
                builtIn);
    }
}
