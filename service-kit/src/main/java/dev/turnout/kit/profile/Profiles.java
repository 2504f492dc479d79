package dev.turnout.kit.profile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.ProviderConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The profiles that come with Turnout, read once from {@code profiles.json}. */
public final class Profiles {

    private static final List<Profile> ALL = read();

    private Profiles() {}

    /** All of them, in the order in which detection prefers them. */
    public static List<Profile> all() {
        return ALL;
    }

    /** The profile that a document calls {@code name}, by its own or another name of it. */
    public static Optional<Profile> named(String name) {
        return ALL.stream().filter(profile -> profile.isNamed(name)).findFirst();
    }

    /** Every name that {@link #named} knows. */
    public static List<String> names() {
        return ALL.stream()
                .flatMap(
                        profile ->
                                Stream.concat(
                                        Stream.of(profile.name()), profile.otherNames().stream()))
                .toList();
    }

    /**
     * What is known of a configured provider: its profile with the provider's own dialect and URL
     * over it, and the quirks of both together; without a profile, what its dialect makes likely.
     * Empty where the provider names neither a known profile nor a dialect, which no validated
     * configuration does.
     */
    public static Optional<Profile> of(ProviderConfig provider) {
        var profile = provider.profile();
        var dialect = provider.dialect();
        if (profile != null) {
            return named(profile)
                    .map(known -> known.at(dialect, provider.url(), provider.quirks()));
        }
        return dialect == null
                ? Optional.empty()
                : Optional.of(unnamed(dialect).at(dialect, provider.url(), provider.quirks()));
    }

    private static Profile unnamed(Dialect dialect) {
        var auth =
                switch (dialect) {
                    case ANTHROPIC -> AuthStyle.X_API_KEY;
                    case OPENAI_CHAT, OPENAI_RESPONSES -> AuthStyle.BEARER;
                    case GEMINI -> AuthStyle.X_GOOG_API_KEY;
                };
        return new Profile(
                dialect.id(),
                List.of(),
                dialect.id(),
                dialect,
                null,
                Map.of(),
                auth,
                false,
                List.of(),
                null,
                false,
                List.of(),
                false);
    }

    private static List<Profile> read() {
        try (var data = Profiles.class.getResourceAsStream("profiles.json")) {
            return List.copyOf(
                    JsonMapper.builder()
                            .build()
                            .readValue(data, new TypeReference<List<Profile>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("profiles.json of this very jar is not readable", e);
        }
    }
}
