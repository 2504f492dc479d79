package dev.turnout.protocol.responses.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.chat.wire.ChatErrors;
import dev.turnout.protocol.responses.relay.ResponsesReplyReader;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResponsesErrorsTest {

    /** What Codex does by it: ends the turn, tells the user why, or tries again. */
    private static final String EXPECTED =
            """
            INVALID_REQUEST,       invalid_prompt
            PROMPT_TOO_LONG,       context_length_exceeded
            POLICY_BLOCKED,        invalid_prompt
            UNAUTHENTICATED,       invalid_prompt
            FORBIDDEN,             invalid_prompt
            NOT_FOUND,             invalid_prompt
            METHOD_NOT_ALLOWED,    invalid_prompt
            CONFLICT,              invalid_prompt
            TOO_LARGE,             invalid_prompt
            RATE_LIMITED,          rate_limit_exceeded
            QUOTA_EXCEEDED,        insufficient_quota
            INTERNAL,              server_error
            UNAVAILABLE,           server_error
            PROVIDER_FAILED,       server_error
            PROVIDER_ERROR,        server_error
            PROVIDER_RATE_LIMITED, rate_limit_exceeded
            PROVIDER_OVERLOADED,   server_error
            PROVIDER_TIMEOUT,      server_error
            PROVIDER_REFUSED_US,   server_error
            TARGET_UNUSABLE,       invalid_prompt
            STREAM_FAILED,         server_error
            """;

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void everyProblemHasTheCodeThatCodexActsOn(ProblemCode code, String word) throws IOException {
        var problem = Problem.of(code, "It is \"so\":\n\u00e4 \ud83d\ude00");
        var event = event(problem);

        assertThat(event.path("type").asText()).isEqualTo("response.failed");
        assertThat(event.at("/response/status").asText()).isEqualTo("failed");
        assertThat(event.at("/response/error/code").asText()).isEqualTo(word);
        assertThat(event.at("/response/error/message").asText()).isEqualTo(problem.message());
    }

    @Test
    void noCodeIsLeftOut() {
        assertThat(EXPECTED.lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrder(
                        Arrays.stream(ProblemCode.values())
                                .map(ProblemCode::name)
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void aBodyIsTheSameInAllOfOpenAisApis(ProblemCode code) {
        var problem = Problem.of(code, "Oh no");
        assertThat(ResponsesErrors.body(problem, "req_1"))
                .isEqualTo(ChatErrors.body(problem, "req_1"));
    }

    /** By this wording ([openai/codex] codex-api, sse/responses.rs). */
    @Test
    void codexReadsFromTheMessageWhenToTryAgain() throws IOException {
        assertThat(message(Problem.of(ProblemCode.RATE_LIMITED, "Slow down.", 17)))
                .isEqualTo("Slow down. Please try again in 17s.");
        assertThat(message(Problem.of(ProblemCode.UNAVAILABLE, "Away.", 17))).isEqualTo("Away.");
    }

    @Test
    void itIsAWholeResponseThatIsTheSameForTheSameRequest() throws IOException {
        var problem = Problem.of(ProblemCode.STREAM_FAILED, "broke\r\noff\u2028");
        var event = new String(ResponsesErrors.event(problem, "req_1"), UTF_8);

        assertThat(event).startsWith("event: response.failed\ndata: {").endsWith("}\n\n");
        assertThat(event.strip().lines()).hasSize(2);
        assertThat(ResponsesErrors.event(problem, "req_1")).isEqualTo(event.getBytes(UTF_8));
        assertThat(event(problem).at("/response/id").asText()).matches("resp_[0-9a-f]{24}");
        assertThat(event(problem).at("/response/output").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PROMPT_TOO_LONG, PROMPT_TOO_LONG",
        "RATE_LIMITED,    PROVIDER_RATE_LIMITED",
        "QUOTA_EXCEEDED,  PROVIDER_REFUSED_US",
        "INVALID_REQUEST, INVALID_REQUEST",
        "INTERNAL,        PROVIDER_ERROR",
    })
    void whatWeWriteIsUnderstoodInAStream(ProblemCode code, ProblemCode read) {
        var reader = ResponsesReplyReader.of(true);
        reader.read(ResponsesErrors.event(Problem.of(code, "Oh no"), "req_1"));
        assertThat(reader.firstEventError(Target.of("a/b")))
                .isNotNull()
                .extracting(Problem::code)
                .isEqualTo(read);
    }

    private static String message(Problem problem) throws IOException {
        return event(problem).at("/response/error/message").asText();
    }

    private static JsonNode event(Problem problem) throws IOException {
        var text = new String(ResponsesErrors.event(problem, "req_1"), UTF_8);
        return new ObjectMapper().readTree(text.substring(text.indexOf("data: ") + 6));
    }
}
