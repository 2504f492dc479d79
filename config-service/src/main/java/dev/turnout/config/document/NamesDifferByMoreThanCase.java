package dev.turnout.config.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Names are compared without regard to case, so two that differ only by it are one too many. */
final class NamesDifferByMoreThanCase implements Rule {

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        var providers = Pointer.to("providers");
        check(draft.providers().keySet(), providers, findings);
        draft.providers()
                .forEach(
                        (name, provider) -> {
                            var at = providers.then(name);
                            check(provider.models().keySet(), at.then("models"), findings);
                            check(provider.headers().keySet(), at.then("headers"), findings);
                        });
        var routes = Pointer.to("routes");
        check(draft.routes().keySet(), routes, findings);
        check(draft.agents().keySet(), routes.then(RouteNames.AGENTS), findings);
        check(draft.aliases().keySet(), Pointer.to("aliases"), findings);
    }

    private static void check(Collection<String> names, Pointer at, Findings findings) {
        Map<String, String> seen = new TreeMap<>();
        for (var name : names.stream().sorted().toList()) {
            var first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (first != null) {
                findings.error(
                        at.then(name),
                        "%s and %s differ only by case, which does not count"
                                .formatted(Words.quoted(first), Words.quoted(name)),
                        "Rename or remove one of them.");
            }
        }
    }
}
