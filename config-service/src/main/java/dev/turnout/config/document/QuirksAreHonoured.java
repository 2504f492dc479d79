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

    /**
     * Quirks of which a provider can have one.
     *
     * @param kind what each of them is
     */
    private record Either(String kind, Set<Quirk> quirks) {}

    private static final List<Either> EITHER =
            List.of(
                    new Either(
                            "a way to ask for thinking",
                            EnumSet.of(
                                    Quirk.EFFORT_OPENAI,
                                    Quirk.EFFORT_DEEPSEEK,
                                    Quirk.EFFORT_KIMI,
                                    Quirk.THINKING_SWITCH,
                                    Quirk.EFFORT_GLM,
                                    Quirk.EFFORT_QWEN,
                                    Quirk.EFFORT_GPT_OSS,
                                    Quirk.EFFORT_OLLAMA)),
                    new Either(
                            "a form of ids",
                            EnumSet.of(Quirk.NINE_CHARACTER_IDS, Quirk.FUNCTION_INDEX_IDS)));

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
        EITHER.forEach(either -> check(either, known, at, findings));
    }

    private static void check(Either either, Profile known, Pointer at, Findings findings) {
        var several = known.quirks().stream().filter(either.quirks()::contains).toList();
        if (several.size() > 1) {
            findings.error(
                    at,
                    "these contradict each other, each being %s: %s"
                            .formatted(
                                    either.kind(),
                                    String.join(", ", several.stream().map(Quirk::id).toList())),
                    "Leave one. If it is the profile's that is wrong, give `dialect` and `url`"
                            + " in place of `profile`, and all quirks that are meant.");
        }
    }
}
