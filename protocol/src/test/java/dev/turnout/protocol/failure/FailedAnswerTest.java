package dev.turnout.protocol.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedAnswerTest {

    private static final Target TARGET = Target.of("deepseek/deepseek-v4");

    @ParameterizedTest
    @CsvSource({
        "200, PROVIDER_FAILED",
        "302, PROVIDER_FAILED",
        "400, INVALID_REQUEST",
        "401, PROVIDER_REFUSED_US",
        "402, PROVIDER_REFUSED_US",
        "403, PROVIDER_REFUSED_US",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "408, PROVIDER_TIMEOUT",
        "409, PROVIDER_ERROR",
        "413, TOO_LARGE",
        "422, INVALID_REQUEST",
        "429, PROVIDER_RATE_LIMITED",
        "500, PROVIDER_ERROR",
        "501, PROVIDER_ERROR",
        "502, PROVIDER_ERROR",
        "503, PROVIDER_OVERLOADED",
        "504, PROVIDER_TIMEOUT",
        "529, PROVIDER_OVERLOADED",
        "599, PROVIDER_ERROR",
    })
    void theStatusDecides(int status, ProblemCode code) {
        var problem = FailedAnswer.ofStatus(TARGET, status, HeaderLookup.NONE, new byte[0]);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).startsWith("deepseek").contains(String.valueOf(status));
        assertThat(problem.retryAfterSeconds()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"Oh no\"}}|Oh no",
                "{\"error\":{\"message\":\"Oh no\",\"type\":\"server_error\",\"param\":null}} | Oh no",
                "{\"error\":\"Oh no\",\"message\":null}        | Oh no",
                "{\"message\":\"Oh no\"}                       | Oh no",
                "{\"detail\":\"Oh no\"}                        | Oh no",
                "[{\"error\":{\"code\":500,\"message\":\"Oh no\",\"status\":\"INTERNAL\"}}] | Oh no",
                "{\"error\":[{\"message\":\"Oh no\"}],\"x\":1} | Oh no",
                "\"Oh no\"                                     | Oh no",
                "Oh no                                         | Oh no",
                "{\"error\":{\"message\":\"a\\n\\tb\\u0000c\\u001b[1m\"}} | a b c [1m",
                "<html><body>Bad Gateway</body></html>         | the provider failed without saying",
                "{\"error\":                                   | the provider failed without saying",
                "{}                                            | the provider failed without saying",
            })
    void theMessageIsFoundInEveryShape(String body, String message) {
        var bytes = body.strip().getBytes(UTF_8);
        var problem = FailedAnswer.ofStatus(TARGET, 500, HeaderLookup.NONE, bytes);
        assertThat(problem.message()).startsWith("deepseek/deepseek-v4 (500): " + message);
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        for (var filler : new String[] {"", "x"}) {
            var body = (filler + "\ud83d\ude00".repeat(400)).getBytes(UTF_8);
            var json = ("{\"message\":\"" + new String(body, UTF_8) + "\"}").getBytes(UTF_8);
            var message = FailedAnswer.ofStatus(TARGET, 500, HeaderLookup.NONE, json).message();
            assertThat(message.length()).isBetween(498, 500);
            assertThat(message).endsWith("\ud83d\ude00\u2026");
        }
        var page = "plain ".repeat(10_000).getBytes(UTF_8);
        assertThat(FailedAnswer.ofStatus(TARGET, 500, HeaderLookup.NONE, page).message())
                .hasSizeLessThanOrEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403})
    void whatMayQuoteOurKeyIsNotPassedOn(int status) {
        var body = "{\"error\":{\"message\":\"Incorrect API key: sk-secret\"}}".getBytes(UTF_8);
        var problem = FailedAnswer.ofStatus(TARGET, status, HeaderLookup.NONE, body);
        assertThat(problem.message())
                .doesNotContain("sk-secret")
                .contains("key and the account of provider deepseek", "(" + status + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"type\":\"insufficient_quota\",\"message\":\"pay\"}}",
                "{\"error\":{\"type\":\"x\",\"code\":\"insufficient_quota\",\"message\":\"pay\"}}",
                "{\"type\":\"error\",\"error\":{\"type\":\"billing_error\",\"message\":\"pay\"}}"
            })
    void anEmptyAccountIsNoRateLimit(String body) {
        var problem = FailedAnswer.ofStatus(TARGET, 429, HeaderLookup.NONE, body.getBytes(UTF_8));
        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_REFUSED_US);
    }

    @Test
    void theWaitIsKept() {
        HeaderLookup headers = name -> name.equals("retry-after") ? "3600" : null;
        assertThat(FailedAnswer.ofStatus(TARGET, 429, headers, new byte[0]).retryAfterSeconds())
                .isEqualTo(3600);
        assertThat(FailedAnswer.ofStatus(TARGET, 529, headers, new byte[0]).retryAfterSeconds())
                .isEqualTo(3600);
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded_error, PROVIDER_OVERLOADED",
        "rate_limit_error, PROVIDER_RATE_LIMITED",
        "timeout_error, PROVIDER_TIMEOUT",
        "api_error, PROVIDER_ERROR",
        "server_error, PROVIDER_ERROR",
        "authentication_error, PROVIDER_REFUSED_US",
        "permission_error, PROVIDER_REFUSED_US",
        "billing_error, PROVIDER_REFUSED_US",
        "insufficient_quota, PROVIDER_REFUSED_US",
        "invalid_request_error, INVALID_REQUEST",
        "not_found_error, NOT_FOUND",
        "request_too_large, TOO_LARGE",
    })
    void withoutAStatusTheTypeDecides(String type, ProblemCode code) {
        var body =
                "{\"error\":{\"message\":\"Oh no\",\"type\":\"" + type + "\"},\"type\":\"error\"}";
        var framed = ("data: " + body).getBytes(UTF_8);
        var problem = FailedAnswer.ofError(TARGET, framed, 6, framed.length - 6);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).startsWith("deepseek");
    }

    @Test
    void onlyARefusalOfTheRequestIsFinal() {
        var notFinal = IntStream.range(400, 500).filter(status -> !FailedAnswer.isFinal(status));
        assertThat(notFinal).containsExactly(401, 402, 403, 408, 409, 429);
        assertThat(IntStream.of(200, 302, 500, 503, 529)).noneMatch(FailedAnswer::isFinal);
    }

    /** Unwrapped one by one, they would take all of the stack. */
    @Test
    void eventsWithinEventsAreText() {
        var body = "data:".repeat(13_000).getBytes(UTF_8);
        var problem = FailedAnswer.ofStatus(Target.of("a/b"), 500, name -> null, body);
        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_ERROR);
        assertThat(problem.message()).startsWith("a/b (500): data:").hasSizeLessThan(1_000);
    }
}
