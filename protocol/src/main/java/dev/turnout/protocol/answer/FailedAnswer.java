package dev.turnout.protocol.answer;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.regex.Pattern;

/**
 * Turns what a provider answered in place of an answer into a problem. A text that may quote our
 * own credential is never passed on.
 */
public final class FailedAnswer {

    private static final int MAX_MESSAGE = 500;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private FailedAnswer() {}

    /**
     * An answer by its status.
     *
     * @param status a 2xx where the body is no answer
     * @param body as far as it was read; may be empty, HTML, anything
     */
    public static Problem ofStatus(Target target, int status, HeaderLookup headers, byte[] body) {
        var said = ErrorText.read(body, 0, body.length);
        var code = codeOf(status, said);
        return new Problem(
                code,
                message(target, code, " (" + status + ")", said),
                RetryAfter.seconds(headers));
    }

    /** An error that came with status 200, as an event's data or as the whole body. */
    public static Problem ofError(Target target, byte[] bytes, int offset, int length) {
        var said = ErrorText.read(bytes, offset, length);
        var code = codeOf(said);
        return Problem.of(code, message(target, code, "", said));
    }

    /**
     * Whether an answer of this status goes to the client unchanged: a refusal of the request
     * itself, which every target would repeat.
     */
    public static boolean isFinal(int status) {
        return switch (status) {
            case 401, 402, 403, 408, 409, 429 -> false;
            default -> status >= 400 && status < 500;
        };
    }

    private static ProblemCode codeOf(int status, ErrorText said) {
        return switch (status) {
            case 401, 402, 403 -> ProblemCode.PROVIDER_REFUSED_US;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 408, 504 -> ProblemCode.PROVIDER_TIMEOUT;
            case 409 -> ProblemCode.PROVIDER_ERROR;
            case 413 -> ProblemCode.TOO_LARGE;
            case 429 ->
                    said.isUnpaid()
                            ? ProblemCode.PROVIDER_REFUSED_US
                            : ProblemCode.PROVIDER_RATE_LIMITED;
            case 503, 529 -> ProblemCode.PROVIDER_OVERLOADED;
            default -> {
                if (status >= 500) {
                    yield ProblemCode.PROVIDER_ERROR;
                }
                yield status >= 400 ? ProblemCode.INVALID_REQUEST : ProblemCode.PROVIDER_FAILED;
            }
        };
    }

    /** By the words of Anthropic and OpenAI for the kinds of error. */
    private static ProblemCode codeOf(ErrorText said) {
        return switch (said.type()) {
            case "overloaded_error" -> ProblemCode.PROVIDER_OVERLOADED;
            case "rate_limit_error", "rate_limit_exceeded" -> ProblemCode.PROVIDER_RATE_LIMITED;
            case "timeout_error" -> ProblemCode.PROVIDER_TIMEOUT;
            case "authentication_error",
                    "permission_error",
                    "billing_error",
                    "insufficient_quota" ->
                    ProblemCode.PROVIDER_REFUSED_US;
            case "invalid_request_error" -> ProblemCode.INVALID_REQUEST;
            case "not_found_error" -> ProblemCode.NOT_FOUND;
            case "request_too_large" -> ProblemCode.TOO_LARGE;
            default -> ProblemCode.PROVIDER_ERROR;
        };
    }

    private static String message(Target target, ProblemCode code, String status, ErrorText said) {
        if (code == ProblemCode.PROVIDER_REFUSED_US) {
            var provider = target.provider();
            return target
                    + ": the provider refused Turnout's own credential, or its balance is empty"
                    + status
                    + ". Check the key and the account of provider "
                    + provider
                    + ".";
        }
        var text = CONTROLS.matcher(said.message()).replaceAll(" ").strip();
        return bounded(target + status + ": " + (text.isEmpty() ? unsaid(code) : text));
    }

    /** For a provider that gave no reason. */
    private static String unsaid(ProblemCode code) {
        return switch (code) {
            case PROVIDER_RATE_LIMITED -> "the provider limits the rate. Try again a little later.";
            case PROVIDER_OVERLOADED -> "the provider is overloaded. Try again a little later.";
            case PROVIDER_TIMEOUT -> "the provider took too long. Try again.";
            case PROVIDER_FAILED ->
                    "this is no answer of a model. Check the url of the provider in the"
                            + " configuration.";
            case INVALID_REQUEST,
                    POLICY_BLOCKED,
                    TARGET_UNUSABLE,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    TOO_LARGE,
                    RATE_LIMITED,
                    QUOTA_EXCEEDED,
                    INTERNAL,
                    UNAVAILABLE,
                    PROVIDER_ERROR,
                    PROVIDER_REFUSED_US,
                    STREAM_FAILED ->
                    "the provider failed without saying why.";
        };
    }

    private static String bounded(String message) {
        if (message.length() <= MAX_MESSAGE) {
            return message;
        }
        boolean splitsPair = Character.isHighSurrogate(message.charAt(MAX_MESSAGE - 2));
        return message.substring(0, MAX_MESSAGE - (splitsPair ? 2 : 1)) + "…";
    }
}
