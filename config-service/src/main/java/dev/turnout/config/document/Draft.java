package dev.turnout.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.config.SearchConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A document with its shorthands written out, but its names not yet looked up. What has not the
 * right form is left out: the schema tells of it.
 *
 * @param quirks of each provider, as written
 * @param routes by the name that the document uses
 * @param agents routes of sub-agents
 * @param aliases and what each stands for, as written
 */
record Draft(
        Map<String, ProviderConfig> providers,
        Map<String, List<String>> quirks,
        Map<String, DraftRoute> routes,
        Map<String, DraftRoute> agents,
        Map<String, String> aliases,
        Resilience resilience,
        Limits limits,
        SearchConfig search) {

    static Draft of(JsonNode root) {
        var routes = fields(root.path("routes"), (name, node) -> DraftRoute.of(node));
        routes.keySet().removeIf(RouteNames.AGENTS::equals);
        return new Draft(
                fields(root.path("providers"), DraftProvider::read),
                fields(root.path("providers"), (name, node) -> DraftProvider.quirks(node)),
                routes,
                fields(
                        root.path("routes").path(RouteNames.AGENTS),
                        (name, node) -> DraftRoute.of(node)),
                fields(root.path("aliases"), (name, node) -> node.asText()),
                resilience(root.path("resilience")),
                DraftLimits.read(root.path("limits")),
                DraftSearch.read(root.path("search")));
    }

    /** The configuration, once nothing has been found wrong. */
    Config toConfig() {
        var names = new TargetNames(this);
        var known = new LinkedHashMap<String, Route>();
        routes.forEach((name, route) -> known.put(RouteNames.spelling(name), route.toRoute(names)));
        DefaultRoute.of(this).ifPresent(route -> known.put(RouteNames.DEFAULT, route));
        var ofAgents = new LinkedHashMap<String, Route>();
        agents.forEach((name, route) -> ofAgents.put(name, route.toRoute(names)));
        var targets = new LinkedHashMap<String, Target>();
        aliases.keySet().forEach(alias -> targets.put(alias, names.known(alias)));
        return new Config(providers, known, ofAgents, targets, resilience, limits, search);
    }

    private static Resilience resilience(JsonNode node) {
        var usual = Resilience.DEFAULT;
        return new Resilience(
                node.path("connectMs").asLong(usual.connectMs()),
                node.path("firstEventMs").asLong(usual.firstEventMs()),
                node.path("silenceMs").asLong(usual.silenceMs()));
    }

    private static <T> Map<String, T> fields(JsonNode node, BiFunction<String, JsonNode, T> read) {
        var fields = new LinkedHashMap<String, T>();
        for (var field : node.properties()) {
            fields.put(field.getKey(), read.apply(field.getKey(), field.getValue()));
        }
        return fields;
    }
}
