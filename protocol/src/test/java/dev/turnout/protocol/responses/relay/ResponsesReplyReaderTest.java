package dev.turnout.protocol.responses.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.dialect.ReplyReader;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesReplyReaderTest {

    private static final String EXPECTED = "wire-responses/expected.csv";
    private static final Target TARGET = Target.of("openai/gpt-5.6");
    private static final String CREATED =
            event("response.created", "\"response\":{\"id\":\"resp_1\",\"output\":[]}");
    private static final String ADDED =
            event("response.output_item.added", "\"item\":{\"type\":\"message\"}");
    private static final String DELTA = event("response.output_text.delta", "\"delta\":\"Hi\"");
    private static final String COMPLETED =
            event(
                    "response.completed",
                    "\"response\":{\"status\":\"completed\",\"output\":[],"
                            + "\"usage\":{\"input_tokens\":5,\"output_tokens\":2}}");

    /** All that a reader tells. */
    private record State(
            boolean meaningful,
            @Nullable Problem firstError,
            boolean complete,
            boolean failedInStream,
            Usage usage,
            @Nullable String stopReason) {
        private static State of(ReplyReader reader) {
            return new State(
                    reader.meaningful(),
                    reader.firstEventError(TARGET),
                    reader.complete(),
                    reader.failedInStream(),
                    reader.usage(),
                    reader.stopReason());
        }
    }

    static Stream<String> answers() {
        return Resources.names("wire-responses").stream().filter(name -> !name.endsWith(".csv"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/" + EXPECTED, useHeadersInDisplayName = true)
    void aWholeAnswerIsReadTheSameHoweverItIsCut(
            String file,
            long input,
            long cacheRead,
            long output,
            long thinking,
            long webSearches,
            String stopReason) {
        var answer = Resources.bytes("wire-responses/" + file);
        boolean stream = file.endsWith(".sse");
        var usage = new Usage(input, cacheRead, 0, output, thinking, webSearches, input > 0);
        var expected = new State(true, null, true, false, usage, stopReason);
        for (int cut = 0; cut <= answer.length; cut++) {
            var reader = ResponsesReplyReader.of(stream);
            reader.read(Arrays.copyOf(answer, cut));
            var rest = Arrays.copyOfRange(answer, cut, answer.length);
            assertThat(reader.read(rest)).isSameAs(rest);
            assertThat(State.of(reader)).as("cut at %d", cut).isEqualTo(expected);
        }
        var reader = ResponsesReplyReader.of(stream);
        for (byte b : answer) {
            reader.read(new byte[] {b});
        }
        assertThat(reader.end()).isEmpty();
        assertThat(State.of(reader)).as("byte by byte").isEqualTo(expected);
    }

    @Test
    void noAnswerIsLeftOut() {
        var listed =
                new String(Resources.bytes(EXPECTED), UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(answers().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: response.output_item.added\ndata: {}\n\n",
                "event: response.reasoning_summary_text.delta\ndata: {}\n\n",
                "event: response.function_call_arguments.delta\ndata: {}\n\n",
                "data: {\"sequence_number\":2,\"type\":\"response.output_text.delta\"}\n\n",
                "event: response.web_search_call.searching\ndata: {}\n\n"
            })
    void anAnswerBeginsWithItsFirstItem(String event) {
        var reader = reader(": hello\n\n" + CREATED + event.substring(0, event.length() - 1));
        assertThat(reader.meaningful()).isFalse();
        assertThat(reader.betweenEvents()).isFalse();
        reader.read("\n".getBytes(UTF_8));
        assertThat(reader.meaningful()).isTrue();
        assertThat(reader.betweenEvents()).isTrue();
        assertThat(reader.complete()).isFalse();
        assertThat(reader.stopReason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: response.created\ndata: {}\n\n",
                "event: response.queued\ndata: {}\n\n",
                "event: response.in_progress\ndata: {}\n\n",
                "event: keepalive\ndata: {\"type\":\"keepalive\"}\n\n",
                "data: {\"type\":\"response.in_progress\"}\n\n",
                "data: {}\n\n",
                "data: 5\n\n",
                "data: <html>\n\n",
                "data: [DONE]\n\n",
                ": ping\n\n"
            })
    void whatSaysNothingIsNoBeginning(String event) {
        var reader = reader(event);
        assertThat(State.of(reader))
                .isEqualTo(new State(false, null, false, false, Usage.NONE, null));
        reader.read((ADDED + DELTA + COMPLETED).getBytes(UTF_8));
        assertThat(State.of(reader))
                .isEqualTo(
                        new State(
                                true,
                                null,
                                true,
                                false,
                                new Usage(5, 0, 0, 2, 0, true),
                                "end_turn"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "error | \"code\":\"server_is_overloaded\",\"message\":\"No\" | PROVIDER_OVERLOADED",
                "error | \"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"No\"}"
                        + " | PROVIDER_RATE_LIMITED",
                "response.failed | \"response\":{\"id\":\"r\",\"error\":{\"code\":\"server_error\","
                        + "\"message\":\"No\"},\"instructions\":\"quota\",\"message\":\"x\"}"
                        + " | PROVIDER_ERROR",
                "response.failed | \"response\":{\"error\":{\"code\":\"invalid_prompt\","
                        + "\"message\":\"No\"}} | INVALID_REQUEST",
            })
    void anErrorInPlaceOfAnAnswerIsAProblem(String type, String data, ProblemCode code) {
        var error = event(type, data);
        for (var stream : new String[] {error, CREATED + error, error.replace("event: ", "x: ")}) {
            var reader = reader(stream);
            assertThat(reader.firstEventError(TARGET)).isEqualTo(Problem.of(code, TARGET + ": No"));
            assertThat(reader.meaningful()).isFalse();
            assertThat(reader.complete()).isTrue();
            assertThat(reader.failedInStream()).isFalse();
        }
        var reader = reader(CREATED + ADDED + DELTA + error);
        assertThat(reader.firstEventError(TARGET)).isNull();
        assertThat(reader.failedInStream()).isTrue();
        assertThat(reader.complete()).isTrue();
        assertThat(reader.stopReason()).isNull();
    }

    @Test
    void aStreamThatBreaksOffIsNotComplete() {
        var reader = reader(CREATED + ADDED + DELTA);
        reader.end();
        assertThat(reader.complete()).isFalse();
        assertThat(reader.failedInStream()).isFalse();
        assertThat(reader.stopReason()).isNull();
    }

    @Test
    void aLastEventWithoutItsBlankLineCounts() {
        var reader = reader(CREATED + ADDED + DELTA + COMPLETED.strip());
        assertThat(reader.complete()).isFalse();
        reader.end();
        assertThat(reader.complete()).isTrue();
        assertThat(reader.stopReason()).isEqualTo("end_turn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"message\":\"No\",\"code\":\"model_not_found\"}} | NOT_FOUND",
                "{\"object\":\"response\",\"status\":\"failed\",\"error\":{\"code\":\"server_error\","
                        + "\"message\":\"No\"},\"output\":[]} | PROVIDER_ERROR",
                "{\"detail\":\"No\"} | PROVIDER_ERROR"
            })
    void aDocumentThatIsAnErrorIsAProblem(String body, ProblemCode code) {
        var reader = ResponsesReplyReader.of(false);
        reader.read(body.getBytes(UTF_8));
        assertThat(reader.meaningful()).isFalse();
        assertThat(reader.complete()).isTrue();
        assertThat(reader.firstEventError(TARGET)).isEqualTo(Problem.of(code, TARGET + ": No"));
    }

    @Test
    void aDocumentBeginsWithItsFirstItem() {
        var reader = ResponsesReplyReader.of(false);
        reader.read("{\"object\":\"response\",\"error\":null,\"output\":[{\"ty".getBytes(UTF_8));
        assertThat(reader.meaningful()).isTrue();
        assertThat(reader.complete()).isFalse();
        assertThat(reader.betweenEvents()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsDamagedIsWatchedToItsEnd(String name) {
        var answer = Resources.bytes("wire-responses/" + name);
        var random = new Random(name.hashCode());
        for (int i = 0; i < 300; i++) {
            var reader = ResponsesReplyReader.of(random.nextBoolean());
            var damaged = damaged(answer, random);
            int cut = random.nextInt(damaged.length);
            reader.read(Arrays.copyOf(damaged, cut));
            reader.read(Arrays.copyOfRange(damaged, cut, damaged.length));
            reader.end();
            boolean answers = reader.meaningful();
            assertThat(answers && reader.firstEventError(TARGET) != null).isFalse();
            assertThat(reader.failedInStream()).isIn(false, answers);
            var usage = reader.usage();
            assertThat(Math.min(usage.input(), Math.min(usage.cacheRead(), usage.output())))
                    .isNotNegative();
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var damaged = bytes.clone();
        var signs = "{}[]\",:\\ \n\u0000eu0".getBytes(UTF_8);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] =
                    random.nextBoolean()
                            ? signs[random.nextInt(signs.length)]
                            : (byte) random.nextInt();
        }
        return damaged;
    }

    private static ReplyReader reader(String stream) {
        var reader = ResponsesReplyReader.of(true);
        reader.read(stream.getBytes(UTF_8));
        return reader;
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }
}
