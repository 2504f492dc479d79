package dev.turnout.config.document;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;

/** Of each provider it is known what it is called, what it speaks, where it and its key are. */
final class ProvidersAreComplete implements Rule {

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        draft.providers()
                .forEach(
                        (name, provider) ->
                                check(
                                        name,
                                        provider,
                                        Pointer.to("providers").then(name),
                                        findings));
    }

    private static void check(String name, ProviderConfig provider, Pointer at, Findings findings) {
        checkName(name, at, findings);
        var profile = provider.profile();
        if (profile == null && provider.dialect() == null) {
            findings.error(
                    at,
                    "nothing says what the provider %s speaks".formatted(Words.quoted(name)),
                    Nearest.to(name, Profiles.names()),
                    "Give it a `profile`, or a `dialect` and a `url`.");
            return;
        }
        if (profile != null && Profiles.named(profile).isEmpty()) {
            findings.error(
                    at.then("profile"),
                    "no profile is named " + Words.quoted(profile),
                    Nearest.to(profile, Profiles.names()),
                    "Use a known profile, or leave it out and give `dialect` and `url`.");
            return;
        }
        Profiles.of(provider).ifPresent(known -> check(name, provider, known, at, findings));
    }

    private static void check(
            String name, ProviderConfig provider, Profile known, Pointer at, Findings findings) {
        if (known.url() == null && !known.builtIn()) {
            findings.error(
                    at,
                    "nothing says where the provider %s is".formatted(Words.quoted(name)),
                    "Give it a `url`, for example \"http://127.0.0.1:8000\"%s."
                            .formatted(orProfile(name, known.dialect())));
        }
        if (known.keyNeeded() && provider.key() == null) {
            findings.error(
                    at,
                    "%s wants a key, and the provider %s names none"
                            .formatted(known.title(), Words.quoted(name)),
                    "Say where it is, for example \"key\": \"env:MY_KEY\".");
        }
    }

    /** A provider with a dialect of its own is not taken for the profile that it is named like. */
    private static String orProfile(String name, Dialect dialect) {
        return Profiles.named(name)
                .filter(profile -> profile.speaks(dialect))
                .map(profile -> ", or the `profile` \"%s\"".formatted(profile.name()))
                .orElse("");
    }

    private static void checkName(String name, Pointer at, Findings findings) {
        if (ReservedNames.ALL.stream().anyMatch(name::equalsIgnoreCase)) {
            findings.error(
                    at,
                    "%s is no name for a provider: Turnout itself answers to it"
                            .formatted(Words.quoted(name)),
                    "Give the provider another name, also where routes and aliases name it.");
        }
    }
}
