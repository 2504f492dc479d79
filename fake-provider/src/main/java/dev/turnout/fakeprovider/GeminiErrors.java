package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Google's words for failures (ai.google.dev, "Troubleshooting"; google.rpc.Code). */
final class GeminiErrors {

    /** What is said to who has no key. */
    static final String UNREGISTERED =
            "Method doesn't allow unregistered callers (callers without established identity)."
                    + " Please use API Key or other form of API consumer identity to call this"
                    + " API.";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TYPE = "type.googleapis.com/google.rpc.";

    private static final Map<Integer, String> STATUSES =
            Map.of(
                    400, "INVALID_ARGUMENT",
                    401, "UNAUTHENTICATED",
                    403, "PERMISSION_DENIED",
                    404, "NOT_FOUND",
                    409, "ABORTED",
                    429, "RESOURCE_EXHAUSTED",
                    499, "CANCELLED",
                    500, "INTERNAL",
                    503, "UNAVAILABLE",
                    504, "DEADLINE_EXCEEDED");

    private GeminiErrors() {}

    /**
     * The {@code error} of a body.
     *
     * @param word of a script; Google names failures by their status, so that only a reason of its
     *     own ({@code API_KEY_INVALID} …) is seen
     */
    static ObjectNode of(int status, String word, String message) {
        var error =
                JSON.objectNode()
                        .put("code", status)
                        .put("message", message)
                        .put("status", STATUSES.getOrDefault(status, "UNKNOWN"));
        if (status == 429) {
            quota(error);
        } else if (word.equals("API_KEY_INVALID")) {
            error.putArray("details").add(reason(word));
        } else if (status == 401) {
            error.putArray("details").add(reason("ACCESS_TOKEN_TYPE_UNSUPPORTED"));
        }
        return error;
    }

    /** The status that goes with a word where a stream has begun with another. */
    static int statusOf(String word) {
        return switch (word) {
            case "authentication_error" -> 401;
            case "permission_error" -> 403;
            case "not_found_error" -> 404;
            case "conflict_error" -> 409;
            case "rate_limit_error", "billing_error" -> 429;
            case "overloaded_error" -> 503;
            case "timeout_error" -> 504;
            case "api_error" -> 500;
            default -> 400;
        };
    }

    /** What is said of a prompt that does not fit. */
    static String tooLong(int tokens, int maximum) {
        return "The input token count (%d) exceeds the maximum number of tokens allowed (%d)."
                .formatted(tokens, maximum);
    }

    private static void quota(ObjectNode error) {
        var details = error.putArray("details");
        details.addObject()
                .put("@type", TYPE + "QuotaFailure")
                .putArray("violations")
                .addObject()
                .put("quotaMetric", "generativelanguage.googleapis.com/generate_content_requests")
                .put("quotaId", "GenerateRequestsPerMinutePerProjectPerModel")
                .put("quotaValue", "10");
        details.addObject()
                .put("@type", TYPE + "Help")
                .putArray("links")
                .addObject()
                .put("description", "Learn more about Gemini API quotas")
                .put("url", "https://ai.google.dev/gemini-api/docs/rate-limits");
        details.addObject().put("@type", TYPE + "RetryInfo").put("retryDelay", "1s");
    }

    private static ObjectNode reason(String reason) {
        var info =
                JSON.objectNode()
                        .put("@type", TYPE + "ErrorInfo")
                        .put("reason", reason)
                        .put("domain", "googleapis.com");
        info.putObject("metadata").put("service", "generativelanguage.googleapis.com");
        return info;
    }
}
