package dev.turnout.config.document;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * What the route of embeddings leads to can make them, and all of it the same: vectors of two
 * models that lie in one store cannot be compared, and nothing would tell.
 */
final class EmbeddingsAreComparable implements Rule {

    private static final Pointer ROUTES = Pointer.to("routes");

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        draft.routes()
                .forEach(
                        (name, route) -> {
                            if (name.equalsIgnoreCase(RouteNames.EMBEDDINGS)) {
                                check(draft, route, ROUTES.then(name), findings);
                            }
                        });
    }

    private static void check(Draft draft, DraftRoute route, Pointer at, Findings findings) {
        var names = new TargetNames(draft);
        String model = null;
        for (int i = 0; i < route.targets().size(); i++) {
            if (names.look(route.targets().get(i)) instanceof TargetNames.Known(Target target)) {
                checkProvider(draft, target, route.target(at, i), findings);
                if (model == null) {
                    model = target.model();
                } else {
                    checkModel(model, target, route.target(at, i), findings);
                }
            }
        }
    }

    private static void checkProvider(Draft draft, Target target, Pointer at, Findings findings) {
        var profile = profile(draft, target);
        // Of one whose dialect is not spoken that is told, and of search/direct where it belongs.
        if (profile != null && profile.dialect() == Dialect.ANTHROPIC) {
            findings.error(
                    at,
                    "the provider %s has no embeddings".formatted(Words.quoted(target.provider())),
                    "Name a target of a provider that speaks %s."
                            .formatted(Dialect.OPENAI_CHAT.id()));
        }
    }

    private static @Nullable Profile profile(Draft draft, Target target) {
        var provider = draft.providers().get(target.provider());
        return provider == null ? null : Profiles.of(provider).orElse(null);
    }

    private static void checkModel(String first, Target target, Pointer at, Findings findings) {
        if (!target.model().equalsIgnoreCase(first)) {
            findings.warning(
                    at,
                    "the vectors of %s do not mix with those of %s, for which it stands in"
                            .formatted(Words.quoted(target.model()), Words.quoted(first)),
                    null,
                    "Remove it, unless both are names of the same model.");
        }
    }
}
