package dev.turnout.config.document;

import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;

/** Of each provider it is known what it speaks, where it is, and where its key is. */
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
        checkQuirks(provider, at.then("quirks"), findings);
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
                    "Give it a `url`, for example \"http://127.0.0.1:8000\".");
        }
        if (known.keyNeeded() && provider.key() == null) {
            findings.error(
                    at,
                    "%s wants a key, and the provider %s names none"
                            .formatted(known.title(), Words.quoted(name)),
                    "Say where it is, for example \"key\": \"env:MY_KEY\".");
        }
    }

    private static void checkQuirks(ProviderConfig provider, Pointer at, Findings findings) {
        for (int i = 0; i < provider.quirks().size(); i++) {
            findings.error(
                    at.then(i),
                    "no quirk is named " + Words.quoted(provider.quirks().get(i)),
                    "Remove it: this version knows no quirk by name.");
        }
    }
}
