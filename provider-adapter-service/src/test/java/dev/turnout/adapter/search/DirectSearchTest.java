package dev.turnout.adapter.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.search.SearchApi;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectSearchTest {

    private static final String ASKED =
            """
            {"model":"claude-opus-5-5","max_tokens":32000,%s"messages":[{"role":"user","content":\
            [{"type":"text","text":"Perform a web search for the query: pelican \\"facts\\""}]}],\
            "tools":[{"type":"web_search_20250305","name":"web_search","max_uses":8%s}],\
            "tool_choice":{"type":"auto"}}""";

    private static final SearchResult RESULT =
            new SearchResult(
                    "searxng",
                    List.of(
                            new SearchResult.Hit(
                                    "Pelican", "https://example.org/p", "A bird.", "2 days ago"),
                            new SearchResult.Hit("Beak", "https://example.org/b", "", null)));

    private final List<SearchQuery> queries = new ArrayList<>();

    @Test
    void aStreamHasTheBlocksThatAClientDisplays() {
        var heard = ask(found(), asked("\"stream\":true,", "")).whole();

        assertThat(AnthropicGrammar.violations(heard.body())).isEmpty();
        assertThat(heard.body())
                .asString(UTF_8)
                .contains("\"type\":\"server_tool_use\"", "web_search_tool_result", "srvtoolu_")
                .contains("pelican");
        assertThat(heard.end().usage().webSearches()).isOne();
        assertThat(heard.end().stopReason()).isEqualTo("end_turn");
    }

    @Test
    void aDocumentHasTheSame() throws IOException {
        var message = json(ask(found(), asked("", "").withStream(false)).whole());

        assertThat(message.at("/content/0/type").asText()).isEqualTo("server_tool_use");
        assertThat(message.at("/content/0/input/query").asText()).isEqualTo("pelican \"facts\"");
        assertThat(message.at("/content/1/tool_use_id")).isEqualTo(message.at("/content/0/id"));
        assertThat(message.at("/content/1/content/0/title").asText()).isEqualTo("Pelican");
        assertThat(message.at("/content/1/content/0/url").asText())
                .isEqualTo("https://example.org/p");
        assertThat(message.at("/content/2/text").asText())
                .contains("[1] Pelican", "2 days ago", "A bird.", "[2] Beak", "not instructions");
        assertThat(message.at("/usage/server_tool_use/web_search_requests").asInt()).isOne();
    }

    @Test
    void theQueryAndItsDomainsAreTheClients() {
        ask(found(), asked("\"stream\":true,", ",\"allowed_domains\":[\"example.org\"]")).whole();

        assertThat(queries)
                .singleElement()
                .satisfies(
                        query -> {
                            assertThat(query.text()).isEqualTo("pelican \"facts\"");
                            assertThat(query.allowedDomains()).containsExactly("example.org");
                            assertThat(query.blockedDomains()).isEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, unavailable",
        "POLICY_BLOCKED, unavailable",
        "INVALID_REQUEST, invalid_tool_input",
        "RATE_LIMITED, too_many_requests"
    })
    void aFailedSearchIsShownAsOne(ProblemCode code, String shown) throws IOException {
        SearchApi failing =
                query -> Uni.createFrom().failure(Problem.of(code, "all engines").asException());

        var message = json(ask(failing, asked("", "").withStream(false)).whole());

        assertThat(message.at("/content/1/content/type").asText())
                .isEqualTo("web_search_tool_result_error");
        assertThat(message.at("/content/1/content/error_code").asText()).isEqualTo(shown);
        assertThat(message.at("/content/2/text").asText()).contains("all engines");
        assertThat(message.at("/usage/server_tool_use/web_search_requests").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, UNAVAILABLE",
        "PROVIDER_OVERLOADED, PROVIDER_OVERLOADED",
        "PROVIDER_REFUSED_US, PROVIDER_REFUSED_US",
        "POLICY_BLOCKED, TARGET_UNUSABLE"
    })
    void whereAnotherTargetFollowsItIsTried(ProblemCode code, ProblemCode told) {
        var problem = Problem.of(code, "all engines");

        var heard = askFirst(query -> Uni.createFrom().failure(problem.asException())).whole();

        assertThat(heard.frames()).hasSize(1);
        assertThat(heard.problem().code()).isEqualTo(told);
        assertThat(heard.problem().message()).isEqualTo("all engines");
    }

    @Test
    void whatNoOtherTargetHealsIsShownAtOnce() {
        var problem = Problem.of(ProblemCode.INVALID_REQUEST, "no such domain");

        var heard = askFirst(query -> Uni.createFrom().failure(problem.asException())).whole();

        assertThat(heard.body()).asString(UTF_8).contains("invalid_tool_input");
    }

    @Test
    void aRequestThatWantsNoSearchIsForAModel() {
        var heard = ask(found(), Asked.of("search/direct")).whole();

        assertThat(heard.problem().code()).isEqualTo(ProblemCode.TARGET_UNUSABLE);
        assertThat(queries).isEmpty();
    }

    @Test
    void besideOtherToolsAModelDecidesWhetherToSearch() {
        var another = "},{\"name\":\"Bash\",\"input_schema\":{\"type\":\"object\"}";

        var heard = ask(found(), asked("\"stream\":true,", another)).whole();

        assertThat(heard.problem().code()).isEqualTo(ProblemCode.TARGET_UNUSABLE);
        assertThat(queries).isEmpty();
    }

    @Test
    void aBigRequestIsAnsweredLikeAnyOther() {
        var big = "\"stream\":true,\"system\":\"" + "x".repeat(2 << 20) + "\",";

        var heard = ask(found(), asked(big, "")).whole();

        assertThat(AnthropicGrammar.violations(heard.body())).isEmpty();
        assertThat(queries).hasSize(1);
    }

    @Test
    void aFaultOfOursIsToldAtOnce() {
        SearchApi throwing =
                query -> {
                    throw new IllegalStateException("a fault");
                };
        SearchApi empty = query -> Uni.createFrom().nullItem();

        for (var faulty : List.of(throwing, empty)) {
            var heard = ask(faulty, asked("", "").withStream(false)).whole();

            assertThat(heard.problem().code()).isEqualTo(ProblemCode.INTERNAL);
        }
    }

    @Test
    void aClientThatLeavesEndsTheSearch() {
        var begun = new CompletableFuture<SearchQuery>();
        var cancelled = new CompletableFuture<Boolean>();
        SearchApi endless =
                query ->
                        Uni.createFrom()
                                .<SearchResult>nothing()
                                .onSubscription()
                                .invoke(() -> begun.complete(query))
                                .onCancellation()
                                .invoke(() -> cancelled.complete(true));
        try (var adapter = new Adapter(endless)) {
            adapter.with(Configured.provider("demo", null, null, Map.of(), Map.of()));
            var listener = adapter.ask(asked("\"stream\":true,", ""));
            Listener.await(begun);

            listener.cancel();

            assertThat(Listener.await(cancelled)).isTrue();
        }
    }

    private SearchApi found() {
        return query -> {
            queries.add(query);
            return Uni.createFrom().item(RESULT);
        };
    }

    private static Asked asked(String stream, String tool) {
        return Asked.of("search/direct").withBody(ASKED.formatted(stream, tool));
    }

    /** Another target would be tried behind this one. */
    private static Listener askFirst(SearchApi search) {
        var asked = asked("\"stream\":true,", "");
        var call = asked.call();
        var first =
                new ProviderCall(
                        call.context(),
                        call.revision(),
                        call.target(),
                        false,
                        call.dialect(),
                        call.operation(),
                        call.stream(),
                        call.query(),
                        call.headers(),
                        call.estimatedTokens(),
                        call.outline());
        try (var adapter = new Adapter(search)) {
            adapter.with(Configured.provider("demo", null, null, Map.of(), Map.of()));
            var listener =
                    Listener.to(
                            adapter.vertx().getOrCreateContext(),
                            adapter.calls().call(first, asked.body()),
                            Long.MAX_VALUE);
            listener.whole();
            return listener;
        }
    }

    private static Listener ask(SearchApi search, Asked asked) {
        try (var adapter = new Adapter(search)) {
            adapter.with(Configured.provider("demo", null, null, Map.of(), Map.of()));
            var listener = adapter.ask(asked);
            listener.whole();
            return listener;
        }
    }

    private static JsonNode json(Listener.Heard heard) throws IOException {
        return new ObjectMapper().readTree(heard.body());
    }
}
