package dev.turnout.contracts.config;

import dev.turnout.contracts.Target;
import java.util.Map;

/**
 * The configuration document, understood: every shorthand written out, every name known to exist.
 *
 * @param providers by name
 * @param routes by name: {@code default}, {@code background}, {@code think}, {@code longContext},
 *     {@code webSearch}, {@code image}, {@code embeddings}, or the user's own
 * @param agents routes of sub-agents, by the agent's type or name
 * @param aliases other names of targets
 * @param limits how often requests may come
 * @param search where the web is searched
 */
public record Config(
        Map<String, ProviderConfig> providers,
        Map<String, Route> routes,
        Map<String, Route> agents,
        Map<String, Target> aliases,
        Resilience resilience,
        Limits limits,
        SearchConfig search) {

    public static final Config EMPTY =
            new Config(
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Resilience.DEFAULT,
                    Limits.NONE,
                    SearchConfig.NONE);

    public Config {
        providers = Map.copyOf(providers);
        routes = Map.copyOf(routes);
        agents = Map.copyOf(agents);
        aliases = Map.copyOf(aliases);
    }
}
