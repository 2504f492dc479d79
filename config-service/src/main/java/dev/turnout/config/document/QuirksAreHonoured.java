package dev.turnout.config.document;

import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Quirks are known by name, have an effect, and do not contradict each other. */
final class QuirksAreHonoured implements Rule {

    /** Ways to ask for thinking, of which a provider can have one. */
    private static final Set<Quirk> WAYS_OF_THINKING =
            EnumSet.of(
                    Quirk.EFFORT_OPENAI,
                    Quirk.EFFORT_DEEPSEEK,
                    Quirk.EFFORT_KIMI,
                    Quirk.THINKING_SWITCH,
                    Quirk.EFFORT_GLM,
                    Quirk.EFFORT_QWEN,
                    Quirk.EFFORT_GPT_OSS,
                    Quirk.EFFORT_OLLAMA);

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        draft.providers()
                .forEach(
                        (name, provider) -> {
                            var at = Pointer.to("providers").then(name).then("quirks");
                            var written = draft.quirks().getOrDefault(name, List.of());
                            checkNames(written, at, findings);
                            Profiles.of(provider)
                                    .ifPresent(known -> check(provider, known, at, findings));
                        });
    }

    private static void checkNames(List<String> written, Pointer at, Findings findings) {
        var seen = new HashSet<Quirk>();
        for (int i = 0; i < written.size(); i++) {
            var name = written.get(i);
            Optional<Quirk> quirk = Quirk.named(name);
            if (quirk.isEmpty()) {
                findings.error(
                        at.then(i),
                        "no quirk is named " + Words.quoted(name),
                        Nearest.to(name, Quirk.names()),
                        "Remove it, or write one of: %s."
                                .formatted(String.join(", ", Quirk.names())));
            } else if (!seen.add(quirk.get())) {
                findings.warning(
                        at.then(i),
                        "the quirk %s stands here twice".formatted(Words.quoted(name)),
                        null,
                        "Remove it.");
            }
        }
    }

    private static void check(
            ProviderConfig provider, Profile known, Pointer at, Findings findings) {
        var idle =
                provider.quirks().stream()
                        .filter(quirk -> !quirk.isOf(known.dialect()))
                        .map(Quirk::id)
                        .toList();
        if (!idle.isEmpty()) {
            findings.warning(
                    at,
                    "these have no effect where a provider speaks %s: %s"
                            .formatted(known.dialect().id(), String.join(", ", idle)),
                    null,
                    "Remove them, or give the provider the `dialect` that they are for.");
        }
        var ways = known.quirks().stream().filter(WAYS_OF_THINKING::contains).toList();
        if (ways.size() > 1) {
            findings.error(
                    at,
                    "these contradict each other, each being a way to ask for thinking: %s"
                            .formatted(String.join(", ", ways.stream().map(Quirk::id).toList())),
                    "Leave one. If it is the profile's that is wrong, give `dialect` and `url`"
                            + " in place of `profile`, and all quirks that are meant.");
        }
    }
}
