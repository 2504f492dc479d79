package dev.turnout.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Limits.Rate;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.SearchConfig.Engine;
import dev.turnout.contracts.routing.Effort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTest {

    @Test
    void everyKeyArrives() {
        var config =
                config(
                        """
                        {"providers": {"house": {
                           "profile": "vllm", "dialect": "openai-chat", "url": "http://10.0.0.7:8000/v1",
                           "key": "file:/run/secrets/house", "headers": {"x-team": "blue"}, "private": true,
                           "quirks": ["Top-K"],
                           "models": {"coder": {"id": "Qwen/Coder", "maxOutputTokens": 32000, "contextWindow": 262144}}}},
                         "routes": {
                           "default": ["house/coder"],
                           "think": {"targets": ["house/thinker"], "effort": ["high", "max"]},
                           "longContext": {"targets": ["house/long"], "above": 180000},
                           "webSearch": ["search/direct"],
                           "agents": {"Explore": ["house/small"]}},
                         "aliases": {"fast": "house/small"},
                         "resilience": {"connectMs": 1000, "firstEventMs": 2000, "silenceMs": 3000},
                         "limits": {"key": {"requestsPerMinute": 60, "burst": 30}, "address": {"requestsPerMinute": 600}},
                         "search": {"engines": [{"engine": "searxng", "url": "http://127.0.0.1:8888", "timeoutMs": 900}], "cacheSeconds": 60}}
                        """);

        assertThat(config)
                .isEqualTo(
                        new Config(
                                Map.of(
                                        "house",
                                        new ProviderConfig(
                                                "vllm",
                                                Dialect.OPENAI_CHAT,
                                                "http://10.0.0.7:8000/v1",
                                                "file:/run/secrets/house",
                                                Map.of("x-team", "blue"),
                                                List.of(Quirk.TOP_K),
                                                Map.of(
                                                        "coder",
                                                        new ModelConfig(
                                                                "Qwen/Coder", 32_000, 262_144)),
                                                true)),
                                Map.of(
                                        "default",
                                        route("house/coder"),
                                        "think",
                                        new Route(
                                                List.of(Target.of("house/thinker")),
                                                Set.of(Effort.HIGH, Effort.MAX),
                                                null),
                                        "longContext",
                                        new Route(
                                                List.of(Target.of("house/long")),
                                                Set.of(),
                                                180_000L),
                                        "webSearch",
                                        route("search/direct")),
                                Map.of("Explore", route("house/small")),
                                Map.of("fast", Target.of("house/small")),
                                new Resilience(1000, 2000, 3000),
                                new Limits(new Rate(60, 30), null, new Rate(600, 100)),
                                new SearchConfig(
                                        List.of(
                                                new Engine(
                                                        "searxng", "http://127.0.0.1:8888", 900)),
                                        60)));
    }

    @Test
    void aProviderNamedLikeAProfileNeedsNothingElse() {
        var config = config("{\"providers\": {\"Kimi\": {}}}");

        assertThat(config.providers().get("Kimi"))
                .isEqualTo(provider("moonshot", null, "env:MOONSHOT_API_KEY"));
        assertThat(config.routes()).isEqualTo(Map.of("default", route("Kimi/kimi-k3")));
        assertThat(config.resilience()).isEqualTo(Resilience.DEFAULT);
    }

    @Test
    void aProviderThatSpeaksForItselfIsLeftAlone() {
        var config =
                config(
                        """
                        {"providers": {"deepseek": {"dialect": "anthropic", "url": "https://relay.example", "models": {"m": {}}}}}
                        """);

        assertThat(config.providers().get("deepseek"))
                .satisfies(
                        provider -> {
                            assertThat(provider.profile()).isNull();
                            assertThat(provider.key()).isNull();
                        });
        assertThat(config.routes()).isEqualTo(Map.of("default", route("deepseek/m")));
    }

    @Test
    void theOnlyProvidersOnlyModelIsTheDefault() {
        assertThat(
                        config("{\"providers\": {\"ollama\": {\"models\": {\"gpt-oss\": {}}}}}")
                                .routes())
                .isEqualTo(Map.of("default", route("ollama/gpt-oss")));
    }

    @Test
    void namesTakeTheSpellingOfWhatTheyName() {
        var config =
                config(
                        """
                        {"providers": {"House": {"profile": "vllm", "models": {"Coder": {}}}},
                         "aliases": {"Fast": "QUICK", "quick": "house,CODER"},
                         "routes": {"DEFAULT": ["fast", "hoUSE/coder:free", " House / other/model "],
                                    "longcontext": ["house/*"]}}
                        """);

        assertThat(config.routes())
                .isEqualTo(
                        Map.of(
                                "default",
                                route("House/Coder", "House/coder:free", "House/other/model"),
                                "longContext",
                                route("House/*")));
        assertThat(config.aliases())
                .isEqualTo(
                        Map.of(
                                "Fast",
                                Target.of("House/Coder"),
                                "quick",
                                Target.of("House/Coder")));
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic, https://api.example.com, https://api.example.com",
        "anthropic, https://api.example.com/, https://api.example.com",
        "anthropic, https://api.example.com/v1, https://api.example.com",
        "anthropic, https://api.example.com/v1/, https://api.example.com",
        "anthropic, https://api.example.com/api/v1/messages, https://api.example.com/api",
        "anthropic, https://api.example.com/anthropic, https://api.example.com/anthropic",
        "openai-chat, https://api.example.com/v1/, https://api.example.com/v1",
        "openai-chat, https://api.example.com/v1/chat/completions, https://api.example.com/v1",
        "openai-chat, https://api.example.com/api/paas/v4, https://api.example.com/api/paas/v4",
        "openai-chat, https://api.example.com/, https://api.example.com",
        "openai-responses, https://api.example.com/v1/responses, https://api.example.com/v1",
        "gemini, https://api.example.com/v1beta, https://api.example.com",
        "gemini, https://api.example.com/v1beta/models/, https://api.example.com",
    })
    void aUrlIsTakenAsTheVendorsSdkTakesIt(String dialect, String written, String taken) {
        var config =
                config(
                        """
                        {"providers": {"relay": {"dialect": "%s", "url": "%s"}, "demo": {}},
                         "routes": {"default": ["demo/*"]}}
                        """
                                .formatted(dialect, written));

        assertThat(config.providers().get("relay"))
                .satisfies(provider -> assertThat(provider.url()).isEqualTo(taken));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 1", "60, 10", "6000, 1000", "1000000, 1000"})
    void aBurstIsASixthOfTheRateUnlessItIsSaid(int requestsPerMinute, int burst) {
        var config =
                config(
                        """
                        {"providers": {"anthropic": {}}, "limits": {"user": {"requestsPerMinute": %d}}}
                        """
                                .formatted(requestsPerMinute));

        assertThat(config.limits())
                .isEqualTo(new Limits(null, new Rate(requestsPerMinute, burst), null));
    }

    @Test
    void withoutAWordNothingIsLimitedAndNothingSearched() {
        var config = config("{\"providers\": {\"anthropic\": {}}}");

        assertThat(config.limits()).isEqualTo(Limits.NONE);
        assertThat(config.search()).isEqualTo(SearchConfig.NONE);
    }

    @Test
    void aSearchEngineMayBeJustItsKind() {
        var config =
                config(
                        """
                        {"providers": {"anthropic": {}},
                         "routes": {"default": ["anthropic/*"], "websearch": ["SEARCH, Direct"]},
                         "search": {"engines": ["Demo", {"engine": "SearXNG", "url": "http://127.0.0.1:8888/search/"}]}}
                        """);

        assertThat(config.search())
                .isEqualTo(
                        new SearchConfig(
                                List.of(
                                        new Engine("demo", null, Engine.USUAL_TIMEOUT_MS),
                                        new Engine(
                                                "searxng",
                                                "http://127.0.0.1:8888",
                                                Engine.USUAL_TIMEOUT_MS)),
                                SearchConfig.USUAL_CACHE_SECONDS));
        assertThat(config.routes()).containsEntry("webSearch", route("search/direct"));
    }

    @Test
    void oneDocumentInYamlAndInJsonIsTheSame() {
        var yaml =
                """
                providers:
                  anthropic: {key: env:A}
                routes:
                  default: [anthropic/*]
                """;
        var json =
                """
                {"providers": {"anthropic": {"key": "env:A"}}, "routes": {"default": ["anthropic/*"]}}
                """;

        assertThat(config(yaml)).isEqualTo(config(json));
    }

    private static Config config(String text) {
        return switch (Documents.read(text, Deployment.LAPTOP)) {
            case DocumentResult.Valid valid -> valid.config();
            case DocumentResult.Invalid invalid ->
                    throw new AssertionError("not valid: " + invalid.errors());
        };
    }

    private static Route route(String... targets) {
        return new Route(List.of(targets).stream().map(Target::of).toList(), Set.of(), null);
    }

    private static ProviderConfig provider(
            @Nullable String profile, @Nullable String url, @Nullable String key) {
        return new ProviderConfig(profile, null, url, key, Map.of(), List.of(), Map.of(), false);
    }
}
