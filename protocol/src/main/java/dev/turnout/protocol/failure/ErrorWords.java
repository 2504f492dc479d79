package dev.turnout.protocol.failure;

import dev.turnout.contracts.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What providers call the kinds of error, as types, codes and numbers; and, for those who have no
 * word for it, in what they write. Numbers of four digits are GLM's (docs.bigmodel.cn, api-code),
 * with {@code base_resp} MiniMax's (platform.minimax.io, errorcode).
 */
final class ErrorWords {

    /** Characters that are looked at of a message, which may be a whole page. */
    private static final int MAX_LOOKED_AT = 2000;

    private record Saying(Pattern words, ProblemCode code) {}

    private static final List<Saying> SAYINGS =
            List.of(
                    saying(
                            "insufficient balance|credit balance is too low|余额不足",
                            ProblemCode.PROVIDER_REFUSED_US),
                    saying(
                            "(incorrect|invalid) api[ _-]?key|api[ _-]?key (is )?(not valid|not found|invalid|expired)",
                            ProblemCode.PROVIDER_REFUSED_US),
                    saying(
                            "model not exist|unknown model|not a valid model"
                                    + "|model \\S{1,100} (does not exist|not found|is not found)",
                            ProblemCode.NOT_FOUND));

    private ErrorWords() {}

    /** The kind that it is called or described as; null where nothing is known by that name. */
    static @Nullable ProblemCode kind(ErrorText said) {
        var kind = named(said.code());
        if (kind == null || kind == ProblemCode.INVALID_REQUEST) {
            // A code may be as vague as the type is exact, and the other way round.
            var byType = named(said.type());
            kind = byType == null ? kind : byType;
        }
        return kind == null || kind == ProblemCode.INVALID_REQUEST ? described(said, kind) : kind;
    }

    private static @Nullable ProblemCode described(ErrorText said, @Nullable ProblemCode other) {
        if (PromptOverflow.of(said) != null) {
            return ProblemCode.PROMPT_TOO_LONG;
        }
        var text = lookedAt(said.message());
        for (var saying : SAYINGS) {
            if (saying.words().matcher(text).find()) {
                return saying.code();
            }
        }
        return other;
    }

    /** So much of a message as patterns are tried on. */
    static String lookedAt(String message) {
        return message.length() <= MAX_LOOKED_AT ? message : message.substring(0, MAX_LOOKED_AT);
    }

    private static Saying saying(String words, ProblemCode code) {
        return new Saying(Pattern.compile(words, Pattern.CASE_INSENSITIVE), code);
    }

    private static @Nullable ProblemCode named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "overloaded_error",
                    "overloaded",
                    "service_unavailable",
                    "unavailable",
                    "insufficient_system_resource",
                    "server_is_overloaded",
                    "slow_down",
                    "1312" ->
                    ProblemCode.PROVIDER_OVERLOADED;
            case "rate_limit_error",
                    "rate_limit_exceeded",
                    "rate_limited",
                    "ramp_limit_exceeded",
                    "resource_exhausted",
                    "1302",
                    "1303",
                    "1304",
                    "1305",
                    "1308",
                    "1310",
                    "1313",
                    "base_resp 1002",
                    "base_resp 1039",
                    "base_resp 1041",
                    "base_resp 2056" ->
                    ProblemCode.PROVIDER_RATE_LIMITED;
            // Groq: the model wrote a call that is none; another try writes another.
            case "tool_use_failed" -> ProblemCode.PROVIDER_ERROR;
            case "timeout_error", "timeout", "deadline_exceeded", "base_resp 1001" ->
                    ProblemCode.PROVIDER_TIMEOUT;
            case "authentication_error",
                    "permission_error",
                    "billing_error",
                    "insufficient_quota",
                    "insufficient_balance",
                    "insufficient_balance_error",
                    "billing_hard_limit_reached",
                    "enforced_spend_limit_reached",
                    "contract_spend_limit_reached",
                    "invalid_api_key",
                    "unauthenticated",
                    "permission_denied",
                    "arrearage",
                    "1000",
                    "1001",
                    "1002",
                    "1003",
                    "1004",
                    "1110",
                    "1111",
                    "1112",
                    "1113",
                    "1121",
                    "1309",
                    "1311",
                    "base_resp 1004",
                    "base_resp 1008",
                    "base_resp 2049",
                    "base_resp 2061" ->
                    ProblemCode.PROVIDER_REFUSED_US;
            case "context_length_exceeded",
                    "context_window_exceeded",
                    "model_context_window_exceeded",
                    "contextwindowexceedederror",
                    "exceed_context_size_error",
                    "context_exceeded",
                    "prompt_too_long",
                    "1261" ->
                    ProblemCode.PROMPT_TOO_LONG;
            case "bio_policy",
                    "content_filter",
                    "content_policy_violation",
                    "cyber_policy",
                    "image_content_policy_violation",
                    "responsibleaipolicyviolation",
                    "data_inspection_failed",
                    "datainspectionfailed",
                    "1301",
                    "base_resp 1026",
                    "base_resp 1027" ->
                    ProblemCode.POLICY_BLOCKED;
            case "not_found_error", "model_not_found", "deploymentnotfound", "1211" ->
                    ProblemCode.NOT_FOUND;
            case "request_too_large" -> ProblemCode.TOO_LARGE;
            case "invalid_request_error",
                    "invalid_argument",
                    "invalid_prompt",
                    "invalid_image",
                    "invalid_image_format",
                    "invalid_image_mode",
                    "invalid_image_url",
                    "invalid_base64_image",
                    "image_too_large",
                    "image_too_small",
                    "image_file_too_large",
                    "image_file_not_found",
                    "image_parse_error",
                    "empty_image_file",
                    "failed_to_download_image",
                    "unsupported_image_media_type",
                    "badrequesterror",
                    "base_resp 2013" ->
                    ProblemCode.INVALID_REQUEST;
            default -> null;
        };
    }
}
