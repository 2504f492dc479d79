package dev.turnout.routing;

import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.Target;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one caller may use; an empty set allows all.
 *
 * @param models targets, or {@code provider/*}, in any case
 * @param routes names of routes as plans bear them, in any case
 */
record Permission(Set<String> models, Set<String> routes) {

    static final Permission ALL = new Permission(Set.of(), Set.of());

    static Permission of(Rights rights, ModelNames names) {
        if (rights.equals(Rights.ALL)) {
            return ALL;
        }
        Set<String> models = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String right : rights.models()) {
            models.add(
                    names.read(right) instanceof ModelName.Exact named
                            ? named.target().toString()
                            : right);
        }
        Set<String> routes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        routes.addAll(rights.routes());
        return new Permission(models, routes);
    }

    boolean allows(String route, Target target) {
        return (routes.isEmpty() || routes.contains(route))
                && (models.isEmpty()
                        || models.contains(target.toString())
                        || models.contains(target.provider() + "/*"));
    }

    /** What is allowed, for a sentence that begins with "it may use". */
    String words() {
        String targets = models.isEmpty() ? "any model" : Wording.list(models);
        return routes.isEmpty() ? targets : targets + " on the routes " + Wording.list(routes);
    }
}
