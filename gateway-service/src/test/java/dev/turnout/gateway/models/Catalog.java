package dev.turnout.gateway.models;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.config.SearchConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A configuration with models of every origin. */
public final class Catalog {

    public static final Config CONFIG =
            new Config(
                    Map.of(
                            "anthropic", provider(),
                            "house", provider("coder", "Qwen/Qwen3-Coder"),
                            "deepseek", provider("v4")),
                    Map.of(
                            "default", route("anthropic/*", "deepseek/v4-pro", "house/coder"),
                            "think", route("anthropic/claude-opus-5-5"),
                            "webSearch", route("search/direct", "anthropic/*")),
                    Map.of("Explore", route("house/small")),
                    Map.of(
                            "claude-gw-coder", Target.of("house/coder"),
                            "fast", Target.of("deepseek/v4"),
                            "finder", Target.SEARCH_DIRECT,
                            "opus", Target.of("anthropic/*")),
                    Resilience.DEFAULT,
                    Limits.NONE,
                    SearchConfig.NONE);

    private Catalog() {}

    private static ProviderConfig provider(String... models) {
        return new ProviderConfig(
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                Arrays.stream(models)
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        model -> new ModelConfig(null, null, null))),
                false);
    }

    private static Route route(String... targets) {
        return new Route(Arrays.stream(targets).map(Target::of).toList(), Set.of(), null);
    }
}
