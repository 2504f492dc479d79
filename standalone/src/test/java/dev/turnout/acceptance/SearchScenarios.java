package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Request;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import org.junit.jupiter.api.Test;

/** Claude Code's inner search is answered with hits, and no model is asked. */
interface SearchScenarios extends Scenario {

    private static Request search(String query, boolean stream) {
        return Request.stream("claude-x")
                .withBody(
                        """
                        {"model":"claude-opus-5-5","max_tokens":32000,"stream":%s,\
                        "messages":[{"role":"user","content":[{"type":"text",\
                        "text":"Perform a web search for the query: %s"}]}],\
                        "tools":[{"type":"web_search_20250305","name":"web_search","max_uses":8}],\
                        "tool_choice":{"type":"auto"}}"""
                                .formatted(stream, query));
    }

    @Test
    default void hitsAreDisplayed() {
        // When
        var answer = stage().send(search("turnouts displayed", true));

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("x-turnout-target")).isEqualTo("search/direct");
        assertThat(AnthropicGrammar.violations(answer.body())).isEmpty();
        assertThat(answer.text())
                .contains("server_tool_use", "web_search_tool_result", "\"web_search_requests\":1");
        assertThat(stage().received().path()).isEqualTo("/search");
        assertThat(stage().received().parameter("q")).contains("turnouts displayed");
    }

    @Test
    default void theSameSearchIsMadeOnce() {
        // Given
        var first = stage().send(search("turnouts cached", false));

        // When
        var second = stage().send(search("turnouts cached", false));

        // Then
        assertThat(second.json().at("/content/1/content"))
                .isEqualTo(first.json().at("/content/1/content"))
                .isNotEmpty();
        assertThat(stage().provider().requests()).hasSize(1);
    }

    @Test
    default void aSearchThatFailsIsShownAsOne() {
        // Given
        var closed = Stage.usual(stage().provider()).search(Fault.CLOSED);
        stage().stack().pushConfig(closed.toString());

        // When
        var answer = stage().send(search("turnouts away", false));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/content/1/content/error_code").asText())
                .isEqualTo("unavailable");
    }
}
