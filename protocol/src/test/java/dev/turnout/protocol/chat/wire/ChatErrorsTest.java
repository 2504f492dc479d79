package dev.turnout.protocol.chat.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.chat.relay.ChatReplyReader;
import dev.turnout.protocol.failure.FailedAnswer;
import dev.turnout.protocol.failure.RetryAdvice;
import dev.turnout.protocol.peek.HeaderLookup;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatErrorsTest {

    private static final String EXPECTED =
            """
            INVALID_REQUEST,       invalid_request_error, ,                        false
            PROMPT_TOO_LONG,       invalid_request_error, context_length_exceeded, false
            POLICY_BLOCKED,        invalid_request_error, policy_blocked,          false
            UNAUTHENTICATED,       authentication_error,  invalid_api_key,         false
            FORBIDDEN,             permission_error,      permission_denied,       false
            NOT_FOUND,             invalid_request_error, model_not_found,         false
            METHOD_NOT_ALLOWED,    invalid_request_error, method_not_supported,    false
            CONFLICT,              invalid_request_error, conflict,                false
            TOO_LARGE,             invalid_request_error, request_too_large,       false
            RATE_LIMITED,          rate_limit_error,      rate_limit_exceeded,     true
            QUOTA_EXCEEDED,        insufficient_quota,    insufficient_quota,      false
            INTERNAL,              server_error,          ,                        false
            UNAVAILABLE,           server_error,          overloaded,              true
            PROVIDER_FAILED,       server_error,          ,                        true
            PROVIDER_ERROR,        server_error,          ,                        true
            PROVIDER_RATE_LIMITED, rate_limit_error,      rate_limit_exceeded,     true
            PROVIDER_OVERLOADED,   server_error,          overloaded,              true
            PROVIDER_TIMEOUT,      server_error,          timeout,                 true
            PROVIDER_REFUSED_US,   server_error,          ,                        false
            TARGET_UNUSABLE,       invalid_request_error, policy_blocked,          false
            STREAM_FAILED,         server_error,          ,                        false
            """;

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void everyProblemIsWordedForTheClient(
            ProblemCode code, String type, @Nullable String word, String retry) throws IOException {
        var problem = Problem.of(code, "It is \"so\":\n\u00e4 \ud83d\ude00");
        var json = new ObjectMapper();
        var expected = json.createObjectNode();
        expected.putObject("error")
                .put("message", problem.message())
                .put("type", type)
                .putNull("param")
                .put("code", word);

        assertThat(json.readTree(ChatErrors.body(problem, "req_1"))).isEqualTo(expected);
        assertThat(RetryAdvice.headers(problem)).contains(new Header("x-should-retry", retry));
    }

    @Test
    void noCodeIsLeftOut() {
        assertThat(EXPECTED.lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrder(
                        Arrays.stream(ProblemCode.values())
                                .map(ProblemCode::name)
                                .toArray(String[]::new));
    }

    /** OpenAI's SDKs raise an error for it; one that reads on would take the rest for an answer. */
    @Test
    void anEventIsOneLineWithoutAMarkBehindIt() {
        var problem = Problem.of(ProblemCode.STREAM_FAILED, "broke\r\noff\u2028");
        var event = new String(ChatErrors.event(problem, "req_1"), UTF_8);
        var body = new String(ChatErrors.body(problem, "req_1"), UTF_8);
        assertThat(event).isEqualTo("data: " + body + "\n\n");
        assertThat(body).doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @CsvSource({
        "PROMPT_TOO_LONG,     PROMPT_TOO_LONG",
        "RATE_LIMITED,        PROVIDER_RATE_LIMITED",
        "QUOTA_EXCEEDED,      PROVIDER_REFUSED_US",
        "UNAVAILABLE,         PROVIDER_OVERLOADED",
        "PROVIDER_TIMEOUT,    PROVIDER_TIMEOUT",
        "INVALID_REQUEST,     INVALID_REQUEST",
        "INTERNAL,            PROVIDER_ERROR",
    })
    void whatWeWriteIsUnderstoodInAStream(ProblemCode code, ProblemCode read) {
        var reader = new ChatReplyReader(true);
        reader.read(ChatErrors.event(Problem.of(code, "Oh no"), "req_1"));
        assertThat(reader.firstEventError(Target.of("a/b")))
                .isNotNull()
                .extracting(Problem::code)
                .isEqualTo(read);
    }

    @Test
    void aProvidersErrorIsReadBack() {
        var body = ChatErrors.body(Problem.of(ProblemCode.INTERNAL, "Oh no"), "req_1");
        assertThat(FailedAnswer.ofStatus(Target.of("a/b"), 500, HeaderLookup.NONE, body))
                .isEqualTo(Problem.of(ProblemCode.PROVIDER_ERROR, "a/b (500): Oh no"));
    }
}
