package dev.turnout.protocol.responses.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.conversation.Fingerprint;
import dev.turnout.protocol.failure.OpenAiErrors;
import dev.turnout.protocol.json.JsonWriter;

/** Problems in the words of the Responses API. */
public final class ResponsesErrors {

    /**
     * Number of an event that comes behind all others, where nobody has counted them. Clients only
     * ask which of two is the later.
     */
    private static final int LAST = Integer.MAX_VALUE;

    private ResponsesErrors() {}

    /** The answer's body: {@code {"error":{"message","type","param":null,"code"}}}. */
    public static byte[] body(Problem problem, String requestId) {
        return OpenAiErrors.json(problem).getBytes(UTF_8);
    }

    /**
     * The last event of a stream that has begun: {@code response.failed}, by which Codex knows what
     * to do, and which it would not by an event {@code error}.
     */
    public static byte[] event(Problem problem, String requestId) {
        var json = new JsonWriter().startObject();
        json.field("type", "response.failed").field("sequence_number", LAST).name("response");
        var id = "resp_" + Fingerprint.of(requestId).substring(0, 24);
        ResponsesObject.begin(json, id, 0, "", ResponsesStop.FAILED, null, problem)
                .startArray()
                .endArray()
                .name("usage")
                .nothing()
                .endObject()
                .endObject();
        return ("event: response.failed\ndata: " + new String(json.bytes(), UTF_8) + "\n\n")
                .getBytes(UTF_8);
    }

    /**
     * The object {@code error} of a failed response. Codex reads from its message when to try
     * again.
     */
    static void error(JsonWriter json, Problem problem) {
        var again = problem.retryAfterSeconds();
        boolean limited = codeOf(problem.code()).equals("rate_limit_exceeded");
        var message =
                again == null || !limited
                        ? problem.message()
                        : problem.message() + " Please try again in " + again + "s.";
        json.startObject().field("code", codeOf(problem.code())).field("message", message);
        json.endObject();
    }

    /**
     * The codes that a failed response may have ([openai SDK 7.57] ResponseError), and the two that
     * Codex acts on beside: it ends a turn by {@code context_length_exceeded}, {@code
     * insufficient_quota} and {@code invalid_prompt}, and repeats it by all others.
     */
    private static String codeOf(ProblemCode code) {
        return switch (code) {
            case PROMPT_TOO_LONG -> "context_length_exceeded";
            case QUOTA_EXCEEDED -> "insufficient_quota";
            case RATE_LIMITED, PROVIDER_RATE_LIMITED -> "rate_limit_exceeded";
            case INVALID_REQUEST,
                    POLICY_BLOCKED,
                    TARGET_UNUSABLE,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    TOO_LARGE ->
                    "invalid_prompt";
            case INTERNAL,
                    UNAVAILABLE,
                    PROVIDER_FAILED,
                    PROVIDER_ERROR,
                    PROVIDER_OVERLOADED,
                    PROVIDER_TIMEOUT,
                    PROVIDER_REFUSED_US,
                    STREAM_FAILED ->
                    "server_error";
        };
    }
}
