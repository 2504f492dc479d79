package dev.turnout.protocol.chat.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Resources;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatReplyReaderTest {

    private static final String EXPECTED = "wire-chat/expected.csv";
    private static final Target TARGET = Target.of("deepseek/deepseek-v4");
    private static final String ROLE =
            data(
                    "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
    private static final String TEXT =
            data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}");
    private static final String STOP =
            data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
    private static final String USAGE =
            data("{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}");
    private static final String DONE = data("[DONE]");

    /** All that a reader tells. */
    private record State(
            boolean meaningful,
            @Nullable Problem firstError,
            boolean complete,
            boolean failedInStream,
            Usage usage,
            @Nullable String stopReason) {
        private static State of(ChatReplyReader reader) {
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
    @CsvFileSource(resources = "/" + EXPECTED, useHeadersInDisplayName = true)
    void aWholeAnswerIsReadTheSameHoweverItIsCut(
            String file,
            String end,
            long input,
            long cacheRead,
            long cacheWrite,
            long output,
            long thinking,
            @Nullable String stopReason) {
        var answer = Resources.bytes("wire-chat/" + file);
        boolean stream = file.endsWith(".sse");
        boolean marked = end.equals("marked");
        var usage =
                new Usage(
                        input,
                        cacheRead,
                        cacheWrite,
                        output,
                        thinking,
                        0,
                        input + cacheRead + cacheWrite + output > 0);
        var expected = new State(true, null, marked, false, usage, stopReason);
        for (int cut = 0; cut <= answer.length; cut++) {
            var reader = new ChatReplyReader(stream);
            reader.read(Arrays.copyOf(answer, cut));
            var rest = Arrays.copyOfRange(answer, cut, answer.length);
            assertThat(reader.read(rest)).isSameAs(rest);
            assertThat(State.of(reader)).as("cut at %d", cut).isEqualTo(expected);
        }
        var reader = new ChatReplyReader(stream);
        for (byte b : answer) {
            reader.read(new byte[] {b});
        }
        assertThat(reader.end()).isEmpty();
        assertThat(State.of(reader))
                .as("byte by byte")
                .isEqualTo(new State(true, null, true, false, usage, stopReason));
    }

    @Test
    void noAnswerIsLeftOut() {
        var listed =
                new String(Resources.bytes(EXPECTED), UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')));
        assertThat(Stream.concat(listed, Stream.of("expected.csv")))
                .containsExactlyInAnyOrderElementsOf(Resources.names("wire-chat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":\"Hi\"}",
                "{\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]}",
                "{\"role\":\"assistant\",\"reasoning_content\":\"Hm\"}",
                "{\"reasoning\":\"Hm\"}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.encrypted\"}]}",
                "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\"}]}",
                "{\"function_call\":{\"name\":\"ls\"}}",
                "{\"refusal\":\"No\"}",
                "{\"audio\":{\"id\":\"a\"}}"
            })
    void anAnswerBeginsWithTheFirstThingSaid(String delta) {
        var chunk = data("{\"choices\":[{\"delta\":" + delta + "}]}");
        var reader = new ChatReplyReader(true);
        reader.read(
                (": hello\n\n" + ROLE + chunk.substring(0, chunk.length() - 1)).getBytes(UTF_8));
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
                "{\"choices\":[]}",
                "{\"choices\":null}",
                "{\"choices\":[{}]}",
                "{\"choices\":[null]}",
                "{\"choices\":[{\"delta\":null}]}",
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"\",\"tool_calls\":[],\"refusal\":null}}]}",
                "{\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":null}}]}",
                "{\"choices\":[],\"prompt_filter_results\":[{}]}",
                "{}",
                "[]",
                "5",
                "<html>",
                "{\"choices\":",
            })
    void whatSaysNothingIsNoBeginning(String chunk) {
        var reader = reader(data(chunk));
        assertThat(State.of(reader))
                .isEqualTo(new State(false, null, false, false, Usage.NONE, null));
        reader.read((TEXT + STOP + DONE).getBytes(UTF_8));
        assertThat(State.of(reader))
                .isEqualTo(new State(true, null, true, false, Usage.NONE, "end_turn"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"message\":\"No\",\"type\":\"server_error\"}} | PROVIDER_ERROR | No",
                "{\"error\":{\"message\":\"No\",\"code\":429},\"choices\":[{\"finish_reason\":\"error\"}]}"
                        + " | PROVIDER_RATE_LIMITED | No",
                "{\"object\":\"error\",\"message\":\"No\",\"code\":400} | INVALID_REQUEST | No",
                "{\"error\":\"No\"}                                | PROVIDER_ERROR | No",
                "{\"x_groq\":{\"error\":\"over capacity\"}}        | PROVIDER_ERROR | the provider failed",
                "{\"choices\":null,\"base_resp\":{\"status_code\":1002,\"status_msg\":\"No\"}}"
                        + " | PROVIDER_RATE_LIMITED | No",
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"network_error\"}]}"
                        + " | PROVIDER_ERROR | the provider failed",
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"insufficient_system_resource\"}]}"
                        + " | PROVIDER_OVERLOADED | the provider ended its answer for lack of room",
            })
    void anErrorInPlaceOfAnAnswerIsAProblem(String error, ProblemCode code, String says) {
        for (var stream : new String[] {data(error), ROLE + data(error), data(error) + DONE}) {
            var reader = reader(stream);
            var problem = reader.firstEventError(TARGET);
            assertThat(problem).isNotNull().extracting(Problem::code).isEqualTo(code);
            assertThat(reader.meaningful()).isFalse();
            assertThat(reader.complete()).isTrue();
            assertThat(reader.failedInStream()).isFalse();
            assertThat(problem == null ? "" : problem.message()).startsWith(TARGET + ": " + says);
        }
        var reader = reader(ROLE + TEXT + data(error) + DONE);
        assertThat(reader.firstEventError(TARGET)).isNull();
        assertThat(reader.meaningful()).isTrue();
        assertThat(reader.failedInStream()).isTrue();
        assertThat(reader.complete()).isTrue();
    }

    @Test
    void anEventThatIsCalledAnErrorIsOne() {
        var reader = reader("event: error\n" + data("{\"message\":\"No\"}"));
        assertThat(reader.firstEventError(TARGET))
                .isEqualTo(Problem.of(ProblemCode.PROVIDER_ERROR, TARGET + ": No"));
    }

    @Test
    void aStreamIsWholeWithItsMarkOrItsUsage() {
        assertThat(reader(ROLE + TEXT + DONE).complete()).isTrue();
        assertThat(reader(ROLE + TEXT + DONE).stopReason()).isEqualTo("end_turn");
        assertThat(reader(ROLE + TEXT + STOP).complete()).isFalse();
        assertThat(reader(ROLE + TEXT + STOP).stopReason()).isEqualTo("end_turn");
        assertThat(reader(ROLE + TEXT + STOP + USAGE).complete()).isTrue();
        assertThat(reader(ROLE + TEXT + USAGE).complete()).isFalse();
        assertThat(reader(ROLE + TEXT + USAGE + STOP).complete()).isFalse();
    }

    @Test
    void aStreamThatEndsBehindItsFinishReasonIsWhole() {
        var reader = reader(ROLE + TEXT + STOP.strip());
        assertThat(reader.complete()).isFalse();
        reader.end();
        assertThat(reader.complete()).isTrue();
    }

    @Test
    void aStreamThatBreaksOffIsNotComplete() {
        var reader = reader(ROLE + TEXT + USAGE);
        reader.end();
        assertThat(reader.complete()).isFalse();
        assertThat(reader.failedInStream()).isFalse();
        assertThat(reader.stopReason()).isNull();
    }

    @Test
    void aStreamOfNothingButItsEndNeverBegins() {
        var reader = reader(ROLE + DONE);
        reader.end();
        assertThat(State.of(reader))
                .isEqualTo(new State(false, null, true, false, Usage.NONE, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                                            | 5 | 0 | 0 | 2",
                "{}                                                              | 5 | 0 | 0 | 2",
                "{\"prompt_tokens\":0,\"completion_tokens\":0,\"total_tokens\":0} | 5 | 0 | 0 | 0",
                "{\"completion_tokens\":9}                                       | 5 | 0 | 0 | 9",
                "{\"prompt_tokens\":\"7\",\"completion_tokens\":null}            | 5 | 0 | 0 | 2",
                "{\"prompt_tokens\":10,\"prompt_tokens_details\":null}           | 10 | 0 | 0 | 2",
                "{\"prompt_tokens\":10,\"prompt_tokens_details\":{\"cached_tokens\":99}}"
                        + " | 0 | 10 | 0 | 2",
                "{\"prompt_tokens\":10,\"prompt_tokens_details\":{\"cached_tokens\":6,"
                        + "\"cache_write_tokens\":9}} | 0 | 6 | 4 | 2",
                "{\"input_tokens\":10,\"output_tokens\":3,\"input_tokens_details\":"
                        + "{\"cached_tokens\":4}} | 6 | 4 | 0 | 3",
                "{\"prompt_tokens\":                                             | 5 | 0 | 0 | 2",
            })
    void theLastNumberCounts(String usage, long input, long read, long write, long output) {
        var last = data("{\"choices\":[],\"usage\":" + usage + "}");
        assertThat(reader(TEXT + STOP + USAGE + last + DONE).usage())
                .isEqualTo(new Usage(input, read, write, output, 0, true));
    }

    @Test
    void contentOfAnySizePasses() {
        var big = "x".repeat(2_000_000);
        var reader = reader(TEXT.replace("Hi", big));
        assertThat(reader.meaningful()).isTrue();
        reader.read((STOP + DONE).getBytes(UTF_8));
        assertThat(reader.complete()).isTrue();
        assertThat(reader.stopReason()).isEqualTo("end_turn");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1024, Integer.MAX_VALUE})
    void anIndexBeyondReasonIsTheFirst(int index) {
        var stop = STOP.replace("\"index\":0", "\"index\":" + index);
        assertThat(reader(TEXT + stop + USAGE).complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"message\":\"No\",\"code\":\"context_length_exceeded\"}}"
                        + " | PROMPT_TOO_LONG",
                "{\"id\":\"\",\"choices\":null,\"base_resp\":{\"status_code\":1008,"
                        + "\"status_msg\":\"insufficient balance\"}} | PROVIDER_REFUSED_US",
                "{\"code\":1305,\"msg\":\"busy\",\"success\":false} | PROVIDER_RATE_LIMITED",
                "{\"object\":\"error\",\"message\":\"No\"}          | PROVIDER_ERROR",
                "{\"detail\":\"Not found\"}                         | PROVIDER_ERROR",
                "{}                                                 | PROVIDER_ERROR",
                "[]                                                 |",
                "<html>                                             |",
                "{\"choices\":[                                     |",
                "{\"choices\":                                      |",
            })
    void aDocumentThatIsNoAnswerIsAProblem(String document, @Nullable ProblemCode code) {
        var reader = new ChatReplyReader(false);
        for (byte b : document.strip().getBytes(UTF_8)) {
            reader.read(new byte[] {b});
            assertThat(reader.meaningful()).isFalse();
        }
        reader.end();
        var problem = reader.firstEventError(TARGET);
        assertThat(problem == null ? null : problem.code()).isEqualTo(code);
        assertThat(reader.complete()).isEqualTo(code != null);
        assertThat(reader.betweenEvents()).isFalse();
    }

    @Test
    void aLongDocumentBeginsWithItsFirstVector() {
        var start = "{\"object\":\"list\",\"data\":[{\"embedding\":[0.25";
        var reader = new ChatReplyReader(false);
        reader.read(start.getBytes(UTF_8));
        assertThat(reader.meaningful()).isTrue();
        var numbers = ",0.25".repeat(200_000).getBytes(UTF_8);
        for (int i = 0; i < 5; i++) {
            reader.read(numbers);
        }
        assertThat(reader.complete()).isFalse();
        reader.read("]}],\"usage\":{\"prompt_tokens\":9,\"total_tokens\":9}}\n".getBytes(UTF_8));
        assertThat(reader.complete()).isTrue();
        assertThat(reader.usage().input()).isEqualTo(9);
    }

    private static ChatReplyReader reader(String stream) {
        var reader = new ChatReplyReader(true);
        reader.read(stream.getBytes(UTF_8));
        return reader;
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }
}
