package dev.turnout.config.document;

import dev.turnout.contracts.Target;
import dev.turnout.kit.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what is wrong where a target is named. */
final class TargetCheck {

    private final Draft draft;
    private final TargetNames names;
    private final Findings findings;

    TargetCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.names = new TargetNames(draft);
        this.findings = findings;
    }

    /** Reports what is wrong with the name {@code written} at {@code at}, if anything is. */
    void look(String written, Pointer at) {
        switch (names.look(written)) {
            case TargetNames.Known(Target target) -> {
                checkModel(target, at);
            }
            case TargetNames.NoModel(String provider) ->
                    findings.error(
                            at,
                            "behind the provider %s stands no model"
                                    .formatted(Words.quoted(provider)),
                            "Write \"%s/<model>\", or \"%1$s/*\" for the model that the client names."
                                    .formatted(provider));
            case TargetNames.OtherSearch(String name) ->
                    findings.error(
                            at,
                            "the web search answers as nothing but \"%s\", not as %s"
                                    .formatted(Target.SEARCH_DIRECT, Words.quoted(name)),
                            Target.SEARCH_DIRECT.toString(),
                            "Write \"%s\".".formatted(Target.SEARCH_DIRECT));
            case TargetNames.Circle(List<String> aliases) ->
                    findings.error(
                            at,
                            "the aliases lead in a circle: " + String.join(" → ", aliases),
                            "Let one of them name a target, as in \"provider/model\".");
            case TargetNames.UnknownAlias(String name) -> unknownAlias(name, at);
            case TargetNames.UnknownProvider(String provider) -> unknownProvider(provider, at);
        }
    }

    private void unknownAlias(String name, Pointer at) {
        var known = new ArrayList<>(draft.aliases().keySet());
        draft.providers().keySet().forEach(provider -> known.add(provider + "/*"));
        var nearest = Nearest.to(name, draft.aliases().keySet());
        findings.error(
                at,
                Words.quoted(name) + " is neither an alias nor written \"provider/model\"",
                nearest == null ? Nearest.to(name + "/*", known) : nearest,
                "Write \"provider/model\", or add the alias under `aliases`.");
    }

    private void unknownProvider(String provider, Pointer at) {
        // Without any provider that is the error, and it is told elsewhere.
        if (!draft.providers().isEmpty()) {
            var known = new ArrayList<>(draft.providers().keySet());
            known.add(Target.SEARCH);
            findings.error(
                    at,
                    "no provider is named " + Words.quoted(provider),
                    Nearest.to(provider, known),
                    "Configured are: %s. Use one of these, or add it under `providers`."
                            .formatted(Words.list(draft.providers().keySet())));
        }
    }

    private void checkModel(Target target, Pointer at) {
        var provider = draft.providers().get(target.provider());
        Set<String> models = provider == null ? Set.of() : provider.models().keySet();
        if (models.contains(target.model()) || target.model().equals(Profile.CLIENTS_MODEL)) {
            return;
        }
        var nearest = Nearest.to(target.model(), models);
        if (nearest != null) {
            findings.warning(
                    at,
                    "the model %s is not among the `models` of %s and is passed on as it is"
                            .formatted(
                                    Words.quoted(target.model()), Words.quoted(target.provider())),
                    target.provider() + "/" + nearest,
                    "If that was meant, write it so.");
        }
    }
}
