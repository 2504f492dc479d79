package dev.turnout.protocol.anthropic.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A web search that nobody but Turnout ran, in the form that Claude Code displays. */
class AnthropicReplyEncoderTest {

    private static final List<ReplyEvent> SEARCH =
            List.of(
                    new ReplyEvent.Started(null, null, Usage.NONE),
                    new ReplyEvent.BlockStarted(
                            new ReplyBlock.ServerToolUse("srvtoolu_01", "web_search")),
                    new ReplyEvent.InputDelta("{\"query\":\"pelicans\"}"),
                    new ReplyEvent.BlockStopped(),
                    new ReplyEvent.BlockStarted(
                            new ReplyBlock.WebSearchResult(
                                    "srvtoolu_01",
                                    List.of(new Hit("Pelican", "https://example.org/p", null)),
                                    null)),
                    new ReplyEvent.BlockStopped(),
                    new ReplyEvent.BlockStarted(
                            new ReplyBlock.WebSearchResult(
                                    "srvtoolu_01", List.of(), "max_uses_exceeded")),
                    new ReplyEvent.BlockStopped(),
                    new ReplyEvent.Stopped("end_turn", null, new Usage(5, 0, 0, 3, 1, true)));

    @Test
    void resultsStandWholeInTheStartsOfTheirBlocks() {
        assertThat(write(true))
                .contains(
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":"
                                + "\"server_tool_use\",\"id\":\"srvtoolu_01\",\"name\":"
                                + "\"web_search\",\"input\":{}}}",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
                                + "\"input_json_delta\",\"partial_json\":"
                                + "\"{\\\"query\\\":\\\"pelicans\\\"}\"}}",
                        "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":"
                                + "\"web_search_tool_result\",\"tool_use_id\":\"srvtoolu_01\","
                                + "\"content\":[{\"type\":\"web_search_result\",\"title\":"
                                + "\"Pelican\",\"url\":\"https://example.org/p\","
                                + "\"encrypted_content\":\"\",\"page_age\":null}]}}",
                        "\"content\":{\"type\":\"web_search_tool_result_error\",\"error_code\":"
                                + "\"max_uses_exceeded\"}}}",
                        "\"output_tokens\":3,\"server_tool_use\":{\"web_search_requests\":1}}}");
    }

    @Test
    void aMessageHoldsTheSameBlocks() {
        assertThat(write(false))
                .contains(
                        "\"content\":[{\"type\":\"server_tool_use\",\"id\":\"srvtoolu_01\",\"name\":"
                                + "\"web_search\",\"input\":{\"query\":\"pelicans\"}},"
                                + "{\"type\":\"web_search_tool_result\",\"tool_use_id\":"
                                + "\"srvtoolu_01\",\"content\":[{\"type\":\"web_search_result\",",
                        "\"server_tool_use\":{\"web_search_requests\":1}}}");
    }

    private static String write(boolean stream) {
        var context = new AnswerContext("req_1", Target.SEARCH_DIRECT, 7, false, 0);
        var encoder = AnthropicReplyEncoder.of(stream, context);
        var out = new ByteArrayOutputStream();
        SEARCH.forEach(event -> encoder.write(event, out));
        return out.toString(UTF_8);
    }
}
