package dev.turnout.config.document;

import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import java.util.Map;

/** Numbers and conditions stand where they have an effect, and agree with each other. */
final class NumbersAreSane implements Rule {

    private static final Pointer ROUTES = Pointer.to("routes");

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        if (draft.resilience().connectMs() > draft.resilience().firstEventMs()) {
            findings.error(
                    Pointer.to("resilience").then("connectMs"),
                    "connecting may take longer than the first event of the answer",
                    "Make `connectMs` smaller than `firstEventMs`, which begins with it.");
        }
        draft.providers()
                .forEach(
                        (name, provider) ->
                                checkModels(
                                        provider.models(),
                                        Pointer.to("providers").then(name).then("models"),
                                        findings));
        checkConditions(draft.routes(), ROUTES, findings);
        checkConditions(draft.agents(), ROUTES.then(RouteNames.AGENTS), findings);
    }

    private static void checkModels(
            Map<String, ModelConfig> models, Pointer at, Findings findings) {
        models.forEach(
                (name, model) -> {
                    var output = model.maxOutputTokens();
                    var window = model.contextWindow();
                    if (output != null && window != null && output > window) {
                        findings.error(
                                at.then(name).then("maxOutputTokens"),
                                "the answer may be longer than the context window that holds it",
                                "Make `maxOutputTokens` at most `contextWindow`.");
                    }
                });
    }

    private static void checkConditions(
            Map<String, DraftRoute> routes, Pointer all, Findings findings) {
        routes.forEach(
                (name, route) -> {
                    var at = all.then(name);
                    boolean ofKind = all.equals(ROUTES);
                    if (!route.effort().isEmpty()
                            && !(ofKind && name.equalsIgnoreCase(RouteNames.THINK))) {
                        belongs(at.then("effort"), RouteNames.THINK, findings);
                    }
                    if (route.above() != null
                            && !(ofKind && name.equalsIgnoreCase(RouteNames.LONG_CONTEXT))) {
                        belongs(at.then("above"), RouteNames.LONG_CONTEXT, findings);
                    }
                });
    }

    private static void belongs(Pointer at, String route, Findings findings) {
        findings.error(
                at,
                "this has an effect only on the route %s".formatted(Words.quoted(route)),
                "Remove it, or move it to that route.");
    }
}
