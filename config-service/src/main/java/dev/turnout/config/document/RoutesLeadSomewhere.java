package dev.turnout.config.document;

import dev.turnout.kit.profile.Profiles;
import java.util.HashSet;
import java.util.Map;

/** Every request finds a route, and every route a target that this version can serve. */
final class RoutesLeadSomewhere implements Rule {

    private static final Pointer ROUTES = Pointer.to("routes");

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        checkTargets(draft, draft.routes(), ROUTES, findings);
        checkTargets(draft, draft.agents(), ROUTES.then(RouteNames.AGENTS), findings);
        checkDefault(draft, findings);
        draft.routes().keySet().forEach(name -> checkName(name, findings));
    }

    private static void checkTargets(
            Draft draft, Map<String, DraftRoute> routes, Pointer all, Findings findings) {
        var names = new TargetNames(draft);
        var check = new TargetCheck(draft, findings);
        routes.forEach(
                (name, route) -> {
                    var seen = new HashSet<TargetNames.Found>();
                    for (int i = 0; i < route.targets().size(); i++) {
                        var written = route.targets().get(i);
                        var at = route.target(all.then(name), i);
                        if (!names.isAlias(written)) {
                            check.look(written, at);
                        }
                        if (!seen.add(names.look(written))) {
                            findings.warning(
                                    at,
                                    Words.quoted(written) + " stands in this route twice",
                                    null,
                                    "Remove it: a target that failed is not tried again.");
                        }
                    }
                });
    }

    private static void checkDefault(Draft draft, Findings findings) {
        if (DefaultRoute.isWritten(draft) || draft.providers().isEmpty()) {
            return;
        }
        var derived = DefaultRoute.of(draft);
        if (derived.isPresent()) {
            new TargetCheck(draft, findings)
                    .look(derived.get().targets().getFirst().toString(), ROUTES);
            return;
        }
        boolean alone = draft.providers().size() == 1;
        if (alone && Profiles.of(draft.providers().values().iterator().next()).isEmpty()) {
            // Of a provider that is not understood no model can be known.
            return;
        }
        findings.error(
                ROUTES.then(RouteNames.DEFAULT),
                alone
                        ? "no route is named \"default\", and of the only provider no model is known"
                        : "no route is named \"default\", and there is more than one provider",
                "Say where requests go: \"routes\": {\"default\": [\"%s/<model>\"]}."
                        .formatted(draft.providers().keySet().iterator().next()));
    }

    private static void checkName(String name, Findings findings) {
        if (!RouteNames.isKnown(name)) {
            findings.warning(
                    ROUTES.then(name),
                    "nothing leads to a route named %s in this version"
                            .formatted(Words.quoted(name)),
                    Nearest.to(name, RouteNames.ALL),
                    "Routes that requests lead to: " + Words.list(RouteNames.ALL) + ".");
        }
    }
}
