package dev.turnout.kit.profile;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.Quirk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a kind of provider.
 *
 * @param name what a document writes after {@code profile}
 * @param otherNames which it may write as well
 * @param title the vendor's own spelling, for people
 * @param dialect it speaks
 * @param url what the vendor's own SDK calls the base URL; null where only the user can know it
 * @param urls the base URLs of other dialects that the vendor speaks as well
 * @param auth how it wants to be shown the key
 * @param keyNeeded whether it refuses calls without a key
 * @param environment names of environment variables that usually hold the key, likeliest first
 * @param model a good first choice; {@code *} where it takes the names that clients of its dialect
 *     send; null where only the user can know it
 * @param requiresSignedThinking whether it refuses thinking blocks that it has not signed, as the
 *     real Anthropic does: blocks without a signature are cut toward it
 * @param quirks how it deviates from its dialect; of no effect in another
 * @param builtIn whether it needs no network: the demo answers from within
 */
public record Profile(
        String name,
        List<String> otherNames,
        String title,
        Dialect dialect,
        @Nullable String url,
        Map<Dialect, String> urls,
        AuthStyle auth,
        boolean keyNeeded,
        List<String> environment,
        @Nullable String model,
        boolean requiresSignedThinking,
        List<Quirk> quirks,
        boolean builtIn) {

    /** In a target's model: the name that the client sent. */
    public static final String CLIENTS_MODEL = "*";

    @SuppressWarnings("ConstantConditions") // the data leave out what is empty
    public Profile {
        otherNames = otherNames == null ? List.of() : List.copyOf(otherNames);
        urls = urls == null ? Map.of() : Map.copyOf(urls);
        environment = environment == null ? List.of() : List.copyOf(environment);
        quirks = quirks == null ? List.of() : List.copyOf(quirks);
    }

    /** Whether a document may call this profile so; without regard to case. */
    boolean isNamed(String text) {
        return name.equalsIgnoreCase(text)
                || otherNames.stream().anyMatch(other -> other.equalsIgnoreCase(text));
    }

    /**
     * This profile as one provider has it.
     *
     * @param other the dialect to speak; null for the profile's own
     * @param otherUrl where it is; null for where the vendor speaks that dialect, as far as that is
     *     known
     * @param more quirks, added to the profile's
     */
    Profile at(@Nullable Dialect other, @Nullable String otherUrl, List<Quirk> more) {
        var spoken = other == null ? dialect : other;
        var all = new LinkedHashSet<>(quirks);
        all.addAll(more);
        return new Profile(
                name,
                otherNames,
                title,
                spoken,
                otherUrl == null ? urlOf(spoken) : otherUrl,
                urls,
                authIn(spoken),
                keyNeeded,
                environment,
                modelIn(spoken),
                requiresSignedThinking,
                List.copyOf(all),
                builtIn);
    }

    /** Whether it is known where the vendor speaks that dialect. */
    public boolean speaks(Dialect other) {
        return urlOf(other) != null;
    }

    private @Nullable String urlOf(Dialect spoken) {
        return spoken == dialect ? url : urls.get(spoken);
    }

    /** A vendor whose own dialect wants another header takes OpenAI's with OpenAI's dialects. */
    private AuthStyle authIn(Dialect spoken) {
        return switch (spoken) {
            case ANTHROPIC, GEMINI -> auth;
            case OPENAI_CHAT, OPENAI_RESPONSES -> auth == AuthStyle.NONE ? auth : AuthStyle.BEARER;
        };
    }

    /** The clients' names are known to be taken in the profile's own dialect only. */
    private @Nullable String modelIn(Dialect spoken) {
        return spoken != dialect && CLIENTS_MODEL.equals(model) ? null : model;
    }
}
