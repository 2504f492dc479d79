package dev.turnout.config.document;

import dev.turnout.contracts.Target;
import java.util.Map;

/**
 * Our own web search answers where the web is searched, and has an engine to ask. Any other request
 * that it got would fail, as a backup target too: it finds pages, and knows no model.
 */
final class SearchAnswersSearches implements Rule {

    private static final Pointer ROUTES = Pointer.to("routes");
    private static final TargetNames.Found DIRECT = new TargetNames.Known(Target.SEARCH_DIRECT);

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        check(draft, draft.routes(), ROUTES, findings);
        check(draft, draft.agents(), ROUTES.then(RouteNames.AGENTS), findings);
        if (!draft.search().engines().isEmpty() && !isUsed(draft)) {
            findings.warning(
                    Pointer.to("search"),
                    "nothing leads to the web search",
                    null,
                    "Add the route \"%s\": [\"%s\"]."
                            .formatted(RouteNames.WEB_SEARCH, Target.SEARCH_DIRECT));
        }
    }

    private static void check(
            Draft draft, Map<String, DraftRoute> routes, Pointer all, Findings findings) {
        var names = new TargetNames(draft);
        routes.forEach(
                (name, route) -> {
                    boolean searches =
                            all.equals(ROUTES) && name.equalsIgnoreCase(RouteNames.WEB_SEARCH);
                    for (int i = 0; i < route.targets().size(); i++) {
                        if (names.look(route.targets().get(i)).equals(DIRECT)) {
                            var at = route.target(all.then(name), i);
                            check(draft, searches, at, findings);
                        }
                    }
                });
    }

    private static void check(Draft draft, boolean searches, Pointer at, Findings findings) {
        if (!searches) {
            findings.error(
                    at,
                    "\"%s\" answers web searches alone: it finds pages, and other requests want a"
                                    .formatted(Target.SEARCH_DIRECT)
                            + " model",
                    "Name it in the route %s only.".formatted(Words.quoted(RouteNames.WEB_SEARCH)));
        } else if (draft.search().engines().isEmpty()) {
            findings.error(
                    at,
                    "nothing says where the web is searched",
                    "Add \"search\": {\"engines\": [{\"engine\": \"searxng\", \"url\": \"…\"}]};"
                            + " \"demo\" in place of that engine makes up its hits.");
        }
    }

    private static boolean isUsed(Draft draft) {
        var names = new TargetNames(draft);
        return draft.routes().values().stream()
                        .flatMap(route -> route.targets().stream())
                        .anyMatch(target -> names.look(target).equals(DIRECT))
                || draft.aliases().keySet().stream()
                        .anyMatch(alias -> names.look(alias).equals(DIRECT));
    }
}
