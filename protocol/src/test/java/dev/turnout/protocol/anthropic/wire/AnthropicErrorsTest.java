package dev.turnout.protocol.anthropic.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.failure.FailedAnswer;
import dev.turnout.protocol.failure.RetryAdvice;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicErrorsTest {

    private static final String EXPECTED =
            """
            INVALID_REQUEST,       invalid_request_error, false, ,  9
            PROMPT_TOO_LONG,       invalid_request_error, false, ,  9
            POLICY_BLOCKED,        policy_blocked,        false, ,  9
            UNAUTHENTICATED,       authentication_error,  false, ,  9
            FORBIDDEN,             permission_error,      false, ,  9
            NOT_FOUND,             not_found_error,       false, ,  9
            METHOD_NOT_ALLOWED,    invalid_request_error, false, ,  9
            CONFLICT,              conflict_error,        false, ,  9
            TOO_LARGE,             request_too_large,     false, ,  9
            RATE_LIMITED,          rate_limit_error,      true,  ,  9
            QUOTA_EXCEEDED,        billing_error,         false, ,  9
            INTERNAL,              api_error,             false, ,  9
            UNAVAILABLE,           api_error,             true,  5, 9
            PROVIDER_FAILED,       api_error,             true,  ,  9
            PROVIDER_ERROR,        api_error,             true,  ,  9
            PROVIDER_RATE_LIMITED, rate_limit_error,      true,  ,  9
            PROVIDER_OVERLOADED,   api_error,             true,  5, 9
            PROVIDER_TIMEOUT,      timeout_error,         true,  ,  9
            PROVIDER_REFUSED_US,   api_error,             false, ,  9
            TARGET_UNUSABLE,       policy_blocked,        false, ,  9
            STREAM_FAILED,         api_error,             false, ,  9
            """;

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void everyProblemIsWordedForTheClient(
            ProblemCode code,
            String type,
            String retry,
            @Nullable String unknownWait,
            String knownWait)
            throws IOException {
        var problem = Problem.of(code, "prompt is too long: \"so\"\n\u00e4 \ud83d\ude00");

        var body = new ObjectMapper().readTree(AnthropicErrors.body(problem, "req_1"));

        assertThat(body)
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"type":"error",
                                         "error":{"type":"%s",
                                                  "message":"prompt is too long: \\"so\\"\\n\u00e4 \ud83d\ude00"},
                                         "request_id":"req_1"}
                                        """
                                                .formatted(type)));
        assertThat(header(problem, "x-should-retry")).isEqualTo(retry);
        assertThat(header(problem, "retry-after")).isEqualTo(unknownWait);
        assertThat(header(Problem.of(code, "", 9), "retry-after")).isEqualTo(knownWait);
    }

    @Test
    void noCodeIsLeftOut() {
        assertThat(EXPECTED.lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly(
                        Arrays.stream(ProblemCode.values())
                                .map(ProblemCode::name)
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "60, 60", "61, 60", "3600, 60"})
    void aWaitStaysWithinWhatClientsAccept(int known, String sent) {
        assertThat(header(Problem.of(ProblemCode.RATE_LIMITED, "", known), "retry-after"))
                .isEqualTo(sent);
    }

    @Test
    void aQuotaTellsItsRealEnd() {
        assertThat(header(Problem.of(ProblemCode.QUOTA_EXCEEDED, "", 86_400), "retry-after"))
                .isEqualTo("86400");
    }

    @Test
    void aPromptThatIsTooLongIsSaidInTheWordsThatHeal() {
        var problem = Problem.of(ProblemCode.PROMPT_TOO_LONG, "Too much.");
        assertThat(new String(AnthropicErrors.body(problem, "r"), UTF_8))
                .contains("\"prompt is too long: it exceeds the context window. Too much.\"");
    }

    @Test
    void anEventIsTwoLinesAndABlankOne() {
        var problem = Problem.of(ProblemCode.STREAM_FAILED, "broke\r\noff\u2028");
        var event = new String(AnthropicErrors.event(problem, "req_1"), UTF_8);
        var body = new String(AnthropicErrors.body(problem, "req_1"), UTF_8);
        assertThat(event).isEqualTo("event: error\ndata: " + body + "\n\n");
        assertThat(body).doesNotContain("\n", "\r");
    }

    /** With a status, Claude Code would take the type for a 529; without one there is no other. */
    @Test
    void onlyAnEventCallsAnOverloadByItsName() {
        var problem = Problem.of(ProblemCode.PROVIDER_OVERLOADED, "full");
        assertThat(new String(AnthropicErrors.event(problem, "r"), UTF_8))
                .contains("\"overloaded_error\"");
        assertThat(new String(AnthropicErrors.body(problem, "r"), UTF_8))
                .contains("\"api_error\"")
                .doesNotContain("overloaded_error");
    }

    @Test
    void aProvidersErrorIsReadBack() {
        var body = AnthropicErrors.body(Problem.of(ProblemCode.INTERNAL, "Oh no"), "req_1");
        var problem = FailedAnswer.ofStatus(Target.of("a/b"), 500, name -> null, body);
        assertThat(problem).isEqualTo(Problem.of(ProblemCode.PROVIDER_ERROR, "a/b (500): Oh no"));
        assertThat(FailedAnswer.isFinal(400)).isTrue();
        assertThat(FailedAnswer.isFinal(500)).isFalse();
    }

    private static @Nullable String header(Problem problem, String name) {
        return RetryAdvice.headers(problem).stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }
}
