package dev.turnout.protocol.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.anthropic.wire.AnthropicErrors;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What providers answer, as far as documents and bug reports tell, against the problem that each of
 * them is: a line of {@code errors/answers.jsonl} is a case. Status 0 is an error in a stream.
 */
class ProviderErrorsTest {

    private static final Target TARGET = Target.of("deepseek/deepseek-v4");
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("ArrayRecordComponent")
    private record Case(
            String from, int status, byte[] body, ProblemCode code, String says, int seconds) {

        private static Case of(String line) {
            try {
                var row = JSON.readTree(line);
                var body = row.get("body");
                return new Case(
                        row.get("from").asText(),
                        row.get("status").asInt(),
                        (body.isTextual() ? body.asText() : body.toString()).getBytes(UTF_8),
                        ProblemCode.valueOf(row.get("code").asText()),
                        row.get("says").asText(),
                        row.path("wait").asInt(-1));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(line, e);
            }
        }

        private Problem problem() {
            return status == 0
                    ? FailedAnswer.ofError(TARGET, body, 0, body.length)
                    : FailedAnswer.ofStatus(TARGET, status, HeaderLookup.NONE, body);
        }

        @Override
        public String toString() {
            return from;
        }
    }

    static Stream<Case> cases() {
        return new String(Resources.bytes("errors/answers.jsonl"), UTF_8).lines().map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachIsUnderstood(Case answer) {
        var problem = answer.problem();
        assertThat(problem.code()).isEqualTo(answer.code());
        assertThat(problem.message()).startsWith(answer.says()).hasSizeLessThanOrEqualTo(500);
        assertThat(problem.retryAfterSeconds())
                .isEqualTo(answer.seconds() < 0 ? null : answer.seconds());
    }

    /** The beginnings by which Claude Code 2.1.330 compacts, or asks for a smaller answer. */
    @ParameterizedTest
    @MethodSource("cases")
    void anOverflowHealsAnAnthropicClient(Case answer) throws Exception {
        if (answer.code() != ProblemCode.PROMPT_TOO_LONG) {
            return;
        }
        var body = JSON.readTree(AnthropicErrors.body(answer.problem(), "req_1"));
        assertThat(body.at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(body.at("/error/message").asText())
                .matches(
                        "(?s)(prompt is too long: \\d+ tokens > \\d+ maximum"
                                + "|prompt is too long: it exceeds the context window"
                                + "|input length and `max_tokens` exceed context limit: \\d+ \\+ \\d+ > \\d+)"
                                + ".*");
    }

    /** Else the client would shorten the prompt where a smaller answer is enough. */
    @Test
    void anAnswerThatIsToBeSmallerIsNotCalledALongPrompt() {
        assertThat(cases().map(Case::problem).map(Problem::message))
                .filteredOn(message -> message.startsWith("input length and"))
                .hasSizeGreaterThan(3)
                .allSatisfy(message -> assertThat(message).hasSizeLessThan(100));
    }

    @Test
    void wordsThatHealAreGivenToThoseWhoLackThem() {
        assertThat(FailedAnswer.healing("Too much."))
                .isEqualTo("prompt is too long: it exceeds the context window. Too much.");
        assertThat(FailedAnswer.healing("prompt is too long: 5 tokens > 4 maximum"))
                .isEqualTo("prompt is too long: 5 tokens > 4 maximum");
        assertThat(FailedAnswer.healing("input length and `max_tokens` exceed context limit: 1"))
                .isEqualTo("input length and `max_tokens` exceed context limit: 1");
    }

    /** Patterns are tried on what anybody may send: none may take forever over it. */
    @Test
    void pagesOfNearlyTheRightWordsAreReadToo() {
        for (var filler :
                new String[] {
                    "maximum context length is ", "1", "try again in 1s ", "model x ", " tokens. "
                }) {
            var text = filler.repeat(65_536 / filler.length());
            var body = JSON.createObjectNode().put("message", text).toString().getBytes(UTF_8);
            var problem = FailedAnswer.ofStatus(TARGET, 400, HeaderLookup.NONE, body);
            assertThat(problem.message()).contains("(400)");
        }
    }

    @Test
    void noTwoCasesHaveOneName() {
        assertThat(cases().map(Case::from)).doesNotHaveDuplicates().hasSizeGreaterThan(70);
        assertThat(Resources.names("errors")).containsExactly("answers.jsonl");
    }
}
