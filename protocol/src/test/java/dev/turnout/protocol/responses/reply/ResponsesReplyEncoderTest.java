package dev.turnout.protocol.responses.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tools that the client does not call by the names that the model knows. */
class ResponsesReplyEncoderTest {

    private static final AnswerContext CONTEXT =
            new AnswerContext(
                    "req_1",
                    Target.of("house/m"),
                    7,
                    false,
                    1_700_000_000,
                    Map.of(
                            "apply_patch",
                            new ToolOrigin(null, "apply_patch", true),
                            "agents__spawn",
                            new ToolOrigin("agents", "spawn", false)));

    @Test
    void theTextOfACustomToolIsToldWhole() {
        var stream = write(true, "apply_patch", "{\"inp", "ut\":\"a \\\"b\\\"\\n\"}");

        assertThat(stream)
                .containsSubsequence(
                        "response.output_item.added",
                        "\"type\":\"custom_tool_call\"",
                        "\"call_id\":\"call_1\"",
                        "\"input\":\"\"",
                        "response.custom_tool_call_input.delta",
                        "\"delta\":\"a \\\"b\\\"\\n\"",
                        "response.custom_tool_call_input.done",
                        "\"input\":\"a \\\"b\\\"\\n\"",
                        "response.output_item.done",
                        "\"input\":\"a \\\"b\\\"\\n\"",
                        "response.completed")
                .doesNotContain("function_call", "arguments");
        assertThat(stream.split("custom_tool_call_input.delta\n", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"input\":\"ls\"}     | ls",
                "{\"INVALID_JSON\":\"x\"} | {\\\"INVALID_JSON\\\":\\\"x\\\"}",
                "{\"input\":\"rm -rf /t\",\"INVALID_JSON\":\"cut off\"}"
                        + " | {\\\"input\\\":\\\"rm -rf /t\\\",\\\"INVALID_JSON\\\":\\\"cut off\\\"}",
                "{\"input\":5}          | {\\\"input\\\":5}"
            })
    void aModelThatWritesSomethingElseIsUnderstoodByTheTool(String json, String input) {
        assertThat(write(false, "apply_patch", json)).contains("\"input\":\"" + input + "\"");
    }

    @Test
    void aToolOfANamespaceIsCalledInIt() {
        for (boolean streams : new boolean[] {true, false}) {
            assertThat(write(streams, "agents__spawn", "{\"a\":1}"))
                    .containsSubsequence(
                            "\"type\":\"function_call\"",
                            "\"name\":\"spawn\"",
                            "\"namespace\":\"agents\"",
                            "{\\\"a\\\":1}")
                    .doesNotContain("agents__spawn");
        }
    }

    @Test
    void allOtherToolsAreFunctions() {
        assertThat(write(false, "Read", "{\"a\":1}"))
                .contains("\"type\":\"function_call\"", "\"name\":\"Read\"")
                .doesNotContain("namespace");
    }

    private static String write(boolean stream, String tool, String... input) {
        var events = new ArrayList<ReplyEvent>();
        events.add(new ReplyEvent.Started("resp_1", "m", Usage.NONE));
        events.add(new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse("call_1", tool)));
        List.of(input).forEach(piece -> events.add(new ReplyEvent.InputDelta(piece)));
        events.add(new ReplyEvent.BlockStopped());
        events.add(new ReplyEvent.Stopped("tool_use", null, Usage.NONE));
        var encoder = ResponsesReplyEncoder.of(stream, CONTEXT);
        var out = new ByteArrayOutputStream();
        events.forEach(event -> encoder.write(event, out));
        return out.toString(UTF_8);
    }
}
