package dev.turnout.protocol.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.anthropic.wire.AnthropicErrors;
import dev.turnout.protocol.chat.wire.ChatErrors;
import dev.turnout.protocol.peek.HeaderLookup;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of each dialect make of a provider's answer: the whole way of an error. */
class ErrorConversionTest {

    private static final Target TARGET = Target.of("house/coder");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The provider's status and code; the client's status, Anthropic's type, OpenAI's type and
     * code, and whether the client is to try again.
     */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    400, context_length_exceeded, 400, invalid_request_error, invalid_request_error, context_length_exceeded, false
                    400, 1261,                    400, invalid_request_error, invalid_request_error, context_length_exceeded, false
                    400, unknown_field,           400, invalid_request_error, invalid_request_error, null,                    false
                    422, unknown_field,           400, invalid_request_error, invalid_request_error, null,                    false
                    400, content_filter,          400, policy_blocked,        invalid_request_error, policy_blocked,          false
                    400, tool_use_failed,         500, api_error,             server_error,          null,                    true
                    401, invalid_api_key,         502, api_error,             server_error,          null,                    false
                    402, insufficient_balance,    502, api_error,             server_error,          null,                    false
                    403, permission_denied,       502, api_error,             server_error,          null,                    false
                    404, model_not_found,         404, not_found_error,       invalid_request_error, model_not_found,         false
                    405, x,                       405, invalid_request_error, invalid_request_error, method_not_supported,    false
                    408, x,                       504, timeout_error,         server_error,          timeout,                 true
                    409, conflict,                500, api_error,             server_error,          null,                    true
                    413, request_too_large,       413, request_too_large,     invalid_request_error, request_too_large,       false
                    429, rate_limit_exceeded,     429, rate_limit_error,      rate_limit_error,      rate_limit_exceeded,     true
                    429, insufficient_quota,      502, api_error,             server_error,          null,                    false
                    429, 1113,                    502, api_error,             server_error,          null,                    false
                    429, 1302,                    429, rate_limit_error,      rate_limit_error,      rate_limit_exceeded,     true
                    200, 1305,                    429, rate_limit_error,      rate_limit_error,      rate_limit_exceeded,     true
                    500, server_error,            500, api_error,             server_error,          null,                    true
                    502, x,                       500, api_error,             server_error,          null,                    true
                    503, unavailable,             503, api_error,             server_error,          overloaded,              true
                    504, x,                       504, timeout_error,         server_error,          timeout,                 true
                    529, overloaded_error,        503, api_error,             server_error,          overloaded,              true
                    """)
    void everyAnswerIsSaidInTheClientsWords(
            int status,
            String code,
            int clientStatus,
            String anthropicType,
            String chatType,
            String chatCode,
            String retry)
            throws IOException {
        var body = "{\"error\":{\"code\":\"%s\",\"message\":\"No.\"}}".formatted(code);

        var problem =
                FailedAnswer.ofStatus(TARGET, status, HeaderLookup.NONE, body.getBytes(UTF_8));

        assertThat(problem.code().status()).isEqualTo(clientStatus);
        var anthropic = JSON.readTree(AnthropicErrors.body(problem, "req_1")).path("error");
        assertThat(anthropic.path("type").asText()).isEqualTo(anthropicType);
        assertThat(anthropic.path("message").asText()).contains("house");
        var chat = JSON.readTree(ChatErrors.body(problem, "req_1")).path("error");
        assertThat(chat.path("type").asText()).isEqualTo(chatType);
        assertThat(chat.path("code").asText()).isEqualTo(chatCode);
        assertThat(chat.path("message").asText()).contains("house");
        assertThat(RetryAdvice.headers(problem)).contains(new Header("x-should-retry", retry));
    }

    /** Claude Code reads both numbers, to know how much has to go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maximum number of tokens allowed 131072 | 150000 | 150000 tokens > 131072 maximum",
                "maximum number of tokens allowed 131072 | 90000  | 131073 tokens > 131072 maximum",
                "Range of input length should be [1, 131072] | 0  | it exceeds the context window of 131072 tokens",
                "exceeds the context window | 150000 | it exceeds the context window",
                "maximum context length is 100 tokens. However, your messages resulted in 200 tokens"
                        + " | 150000 | 200 tokens > 100 maximum",
            })
    void aNumberThatNobodySaysIsEstimated(String message, long estimate, String words) {
        var body = "{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"%s\"}}";
        var problem =
                FailedAnswer.ofStatus(
                        TARGET,
                        400,
                        HeaderLookup.NONE,
                        body.formatted(message).getBytes(UTF_8),
                        estimate);
        assertThat(problem.message()).startsWith("prompt is too long: " + words + ". house/coder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // GLM's and MiniMax's endpoints of Anthropic's dialect, and vLLM's
                "1261 | Prompt exceeds max length | prompt is too long: it exceeds the context window",
                "x | context window exceeds limit (2013) | prompt is too long: it exceeds the context window",
                "x | maximum context length is 100 tokens | prompt is too long: 150 tokens > 100 maximum",
                // known as it is
                "x | prompt is too long: 5 tokens > 4 maximum |",
                "x | input length and `max_tokens` exceed context limit: 3 + 4 > 5 |",
                "context_length_exceeded | maximum context length is 100 tokens |",
                // something else
                "x | tools: Extra inputs are not permitted |",
            })
    void anOverflowInUnknownWordsIsSaidInKnownOnes(
            String code, String message, @Nullable String words) {
        var body =
                "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}"
                        .formatted(code, message)
                        .getBytes(UTF_8);
        var problem = FailedAnswer.unknownWords(TARGET, 400, body, 150);
        if (words == null) {
            assertThat(problem).isEmpty();
        } else {
            assertThat(problem.orElseThrow().message()).startsWith(words);
        }
    }

    @Test
    void whatCannotBeReadIsNoOverflow() {
        assertThat(FailedAnswer.unknownWords(TARGET, 400, new byte[] {'{', -1}, 9)).isEmpty();
    }
}
