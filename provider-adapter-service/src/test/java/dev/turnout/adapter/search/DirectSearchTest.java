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

    @Test
    void aRequestThatWantsNoSearchIsForAModel() {
        var heard = ask(found(), Asked.of("search/direct")).whole();

        assertThat(heard.problem().code()).isEqualTo(ProblemCode.TARGET_UNUSABLE);
        assertThat(queries).isEmpty();
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
