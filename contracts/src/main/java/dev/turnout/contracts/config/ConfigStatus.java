package dev.turnout.contracts.config;

import java.util.List;
import java.util.Map;

/**
 * How things stand, for {@code turnout status}.
 *
 * @param revision the newest one
 * @param source where its document came from, in words
 * @param providers names of the configured providers
 * @param routes each route's targets
 * @param keys how many client keys there are
 * @param lastErrors of the newest document, if it was refused
 * @param replicas the newest acknowledgement of each replica
 */
public record ConfigStatus(
        long revision,
        String source,
        List<String> providers,
        Map<String, List<String>> routes,
        int keys,
        List<ConfigError> lastErrors,
        List<Acknowledgement> replicas) {

    public ConfigStatus {
        providers = List.copyOf(providers);
        routes = Map.copyOf(routes);
        lastErrors = List.copyOf(lastErrors);
        replicas = List.copyOf(replicas);
    }
}
