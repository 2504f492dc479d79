package dev.turnout.gateway.models;

import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Route;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The models of a configuration that have a name: aliases, what providers list, and what routes
 * lead to. Providers may serve more; nobody is asked.
 */
public final class ModelList {

    /** As the model of a target: the one that the client asked for. */
    static final String ANY_MODEL = "*";

    /** As routing calls the way of a request that names its target. */
    private static final String EXPLICIT = "explicit";

    private ModelList() {}

    /** Those that a caller with these rights may name, in the order of their names. */
    public static List<ListedModel> of(Config config, Rights rights) {
        if (!rights.routes().isEmpty() && !holds(rights.routes(), EXPLICIT)) {
            return List.of();
        }
        var aliases = new TreeMap<String, Target>(String.CASE_INSENSITIVE_ORDER);
        config.aliases().forEach((alias, target) -> aliases.put(alias, concrete(target, alias)));
        var named = new TreeMap<String, Target>();
        targets(config).forEach(target -> named.put(target.toString(), target));
        named.putAll(aliases);
        var allowed = allowed(rights, aliases);
        return named.entrySet().stream()
                .map(entry -> new ListedModel(entry.getKey(), entry.getValue()))
                // It knows no model, and answers web searches only.
                .filter(model -> !model.target().equals(Target.SEARCH_DIRECT))
                .filter(model -> allows(allowed, model.target()))
                .toList();
    }

    private static Stream<Target> targets(Config config) {
        var listed =
                config.providers().entrySet().stream()
                        .flatMap(
                                provider ->
                                        provider.getValue().models().keySet().stream()
                                                .map(
                                                        model ->
                                                                new Target(
                                                                        provider.getKey(), model)));
        var routed =
                Stream.of(config.routes(), config.agents())
                        .map(Map::values)
                        .flatMap(Collection<Route>::stream)
                        .flatMap(route -> route.targets().stream())
                        .filter(target -> !target.model().equals(ANY_MODEL));
        return Stream.concat(listed, routed);
    }

    private static Target concrete(Target target, String alias) {
        return target.model().equals(ANY_MODEL) ? new Target(target.provider(), alias) : target;
    }

    /** Rights by the names of targets; an alias among them stands for its own. */
    private static Set<String> allowed(Rights rights, Map<String, Target> aliases) {
        var allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        rights.models().forEach(right -> allowed.add(WrittenName.read(right, aliases)));
        return allowed;
    }

    private static boolean allows(Set<String> allowed, Target target) {
        return allowed.isEmpty()
                || allowed.contains(target.toString())
                || allowed.contains(target.provider() + "/" + ANY_MODEL);
    }

    private static boolean holds(Set<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
