package dev.turnout.protocol.anthropic.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Resources;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicReplyReaderTest {

    private static final Target TARGET = Target.of("anthropic/claude-opus-5-5");
    private static final String START =
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"content\":[],"
                    + "\"stop_reason\":null,\"usage\":{\"input_tokens\":10,"
                    + "\"cache_read_input_tokens\":20,\"cache_creation_input_tokens\":30,"
                    + "\"output_tokens\":1}}}\n\n";
    private static final String PING = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
    private static final String BLOCK =
            "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0}\n\n";
    private static final String STOP = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    /** All that a reader tells. */
    private record State(
            boolean meaningful,
            @Nullable Problem firstError,
            boolean complete,
            boolean failedInStream,
            Usage usage,
            @Nullable String stopReason) {
        private static State of(AnthropicReplyReader reader) {
            return new State(
                    reader.meaningful(),
                    reader.firstEventError(TARGET),
                    reader.complete(),
                    reader.failedInStream(),
                    reader.usage(),
                    reader.stopReason());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text.sse, end_turn, 0, true",
        "thinking-text-tools.sse, tool_use, 0, true",
        "web-search.sse, end_turn, 1, true",
        "message.json, end_turn, 0, false",
    })
    void aWholeAnswerIsReadTheSameHoweverItIsCut(
            String file, String stopReason, int searches, boolean stream) {
        var answer = Resources.bytes("wire/" + file);
        var expected =
                new State(
                        true,
                        null,
                        true,
                        false,
                        new Usage(100, 0, 0, 20, searches, true),
                        stopReason);
        for (int cut = 0; cut <= answer.length; cut++) {
            var reader = new AnthropicReplyReader(stream);
            reader.read(Arrays.copyOf(answer, cut));
            assertThat(reader.complete()).isEqualTo(cut == answer.length);
            reader.read(Arrays.copyOfRange(answer, cut, answer.length));
            assertThat(State.of(reader)).as("cut at %d", cut).isEqualTo(expected);
        }
        var reader = new AnthropicReplyReader(stream);
        for (byte b : answer) {
            reader.read(new byte[] {b});
        }
        reader.end();
        assertThat(State.of(reader)).as("byte by byte").isEqualTo(expected);
    }

    @Test
    void noRecordedAnswerIsLeftOut() {
        assertThat(Resources.names("wire"))
                .containsExactly(
                        "message.json", "text.sse", "thinking-text-tools.sse", "web-search.sse");
    }

    @Test
    void aStreamBeginsWithItsFirstWholeEvent() {
        var reader = new AnthropicReplyReader(true);
        reader.read((": hello\n\n" + PING).getBytes(UTF_8));
        assertThat(reader.meaningful()).isFalse();
        assertThat(reader.betweenEvents()).isTrue();
        reader.read(START.substring(0, START.length() - 1).getBytes(UTF_8));
        assertThat(reader.meaningful()).isFalse();
        assertThat(reader.betweenEvents()).isFalse();
        reader.read("\n".getBytes(UTF_8));
        assertThat(reader.meaningful()).isTrue();
        assertThat(reader.betweenEvents()).isTrue();
        assertThat(reader.complete()).isFalse();
        assertThat(reader.usage()).isEqualTo(new Usage(10, 20, 30, 1, 0, true));
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded_error, PROVIDER_OVERLOADED",
        "rate_limit_error, PROVIDER_RATE_LIMITED",
        "api_error, PROVIDER_ERROR",
        "invalid_request_error, INVALID_REQUEST",
    })
    void anErrorInPlaceOfAnAnswerIsAProblem(String type, ProblemCode code) {
        var error = "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"No\"}}";

        for (var stream :
                new String[] {
                    PING + "event: error\ndata: " + error + "\n\n", "data: " + error + "\n\n"
                }) {
            var reader = reader(stream);
            assertThat(State.of(reader))
                    .isEqualTo(
                            new State(
                                    false,
                                    Problem.of(code, TARGET + ": No"),
                                    true,
                                    false,
                                    Usage.NONE,
                                    null));
        }

        var reader = new AnthropicReplyReader(false);
        for (byte b : error.getBytes(UTF_8)) {
            reader.read(new byte[] {b});
            assertThat(reader.meaningful()).isFalse();
        }
        assertThat(reader.firstEventError(TARGET)).isEqualTo(Problem.of(code, TARGET + ": No"));
        assertThat(reader.complete()).isTrue();
    }

    @Test
    void anErrorAfterTheBeginningEndsTheStream() {
        var reader = reader(START + BLOCK + "event: error\ndata: {\"type\":\"error\"}\n\n" + PING);
        assertThat(reader.meaningful()).isTrue();
        assertThat(reader.firstEventError(TARGET)).isNull();
        assertThat(reader.failedInStream()).isTrue();
        assertThat(reader.complete()).isTrue();
    }

    @Test
    void aStreamThatBreaksOffIsNotComplete() {
        var reader = reader(START + BLOCK);
        reader.end();
        assertThat(reader.complete()).isFalse();
        assertThat(reader.failedInStream()).isFalse();
    }

    @Test
    void aLastEventWithoutItsBlankLineCountsAtTheEnd() {
        var reader = reader(START + BLOCK + STOP.strip());
        assertThat(reader.complete()).isFalse();
        reader.end();
        assertThat(reader.complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"output_tokens\":5}                                     | 10 | 20 | 30 | 5 | 0",
                "{\"input_tokens\":7,\"cache_read_input_tokens\":0}        | 7  | 0  | 30 | 1 | 0",
                "{\"input_tokens\":0,\"cache_read_input_tokens\":60}       | 0  | 60 | 30 | 1 | 0",
                "{\"input_tokens\":0,\"cache_creation_input_tokens\":0,\"output_tokens\":5}"
                        + " | 10 | 20 | 30 | 5 | 0",
                "{\"input_tokens\":null,\"output_tokens\":\"5\"}           | 10 | 20 | 30 | 1 | 0",
                "{\"server_tool_use\":{\"web_search_requests\":2}}         | 10 | 20 | 30 | 1 | 2",
                "null                                                      | 10 | 20 | 30 | 1 | 0",
                "{\"output_tokens\":                                       | 10 | 20 | 30 | 1 | 0",
            })
    void theLastNumberCounts(
            String usage, long input, long read, long write, long output, long searches) {
        var delta =
                "event: message_delta\ndata: {\"delta\":{\"stop_reason\":null},\"usage\":"
                        + usage
                        + "}\n\n";
        assertThat(reader(START + delta + STOP).usage())
                .isEqualTo(new Usage(input, read, write, output, searches, true));
    }

    @Test
    void anAnswerWithoutUsageReportsNone() {
        var reader = reader("event: message_start\ndata: {\"message\":{}}\n\n" + STOP);
        assertThat(reader.usage()).isEqualTo(Usage.NONE);
        assertThat(reader.complete()).isTrue();
    }

    @Test
    void aStreamWithoutNamesIsReadAllTheSame() {
        var stream = (START + BLOCK + STOP).replaceAll("event: .*\n", "");
        var reader = reader(stream + "data: [DONE]\n\n");
        assertThat(reader.meaningful()).isTrue();
        assertThat(reader.complete()).isTrue();
        assertThat(reader.usage().input()).isEqualTo(10);
    }

    @Test
    void contentOfAnySizePasses() {
        var big = "x".repeat(1_000_000);
        var reader = reader(START + BLOCK.replace("0}", "0,\"x\":\"" + big + "\"}"));
        assertThat(reader.betweenEvents()).isTrue();
        reader.read(("event: message_delta\ndata: {\"x\":\"" + big + "\"}\n\n").getBytes(UTF_8));
        reader.read(STOP.getBytes(UTF_8));
        assertThat(reader.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Bad Gateway</html>",
                "data: <html>\n\n",
                "{}",
                "[]",
                "",
                "data: [DONE]\n\n"
            })
    void whatIsNoStreamNeverBegins(String body) {
        var reader = reader(body);
        reader.end();
        assertThat(State.of(reader))
                .isEqualTo(new State(false, null, false, false, Usage.NONE, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[{}]", "5", "", "  ", "{", "{\"type\":\"err", "\"{}\""})
    void whatIsNoDocumentNeverBegins(String body) {
        var reader = new AnthropicReplyReader(false);
        reader.read(body.getBytes(UTF_8));
        reader.end();
        assertThat(State.of(reader))
                .isEqualTo(new State(false, null, false, false, Usage.NONE, null));
    }

    @Test
    void aCountIsAnAnswerToo() {
        var reader = new AnthropicReplyReader(false);
        reader.read("{\"input_tokens\":4321}".getBytes(UTF_8));
        assertThat(State.of(reader))
                .isEqualTo(new State(true, null, true, false, Usage.NONE, null));
    }

    @Test
    void aDocumentBeginsWhereACharacterIsCut() {
        var answer = ("{\"id\":\"" + "\u20ac".repeat(3000) + "\"}").getBytes(UTF_8);
        var reader = new AnthropicReplyReader(false);
        reader.read(Arrays.copyOf(answer, 5001));
        assertThat(reader.meaningful()).isTrue();
        reader.read(Arrays.copyOfRange(answer, 5001, answer.length));
        assertThat(reader.complete()).isTrue();
    }

    @Test
    void aDocumentBeyondMeasureIsRelayedUnread() {
        var reader = new AnthropicReplyReader(false);
        reader.read(
                "{\"type\":\"message\",\"usage\":{\"input_tokens\":5},\"x\":\"".getBytes(UTF_8));
        var megabyte = "x".repeat(1 << 20).getBytes(UTF_8);
        for (int i = 0; i < 5; i++) {
            reader.read(megabyte);
        }
        assertThat(reader.complete()).isFalse();
        reader.read("\"}\n".getBytes(UTF_8));
        assertThat(reader.complete()).isTrue();
        assertThat(reader.meaningful()).isTrue();
        assertThat(reader.usage()).isEqualTo(Usage.NONE);
    }

    private static AnthropicReplyReader reader(String stream) {
        var reader = new AnthropicReplyReader(true);
        reader.read(stream.getBytes(UTF_8));
        return reader;
    }
}
