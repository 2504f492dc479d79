package dev.turnout.protocol.failure;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a provider answered in place of an answer into a problem. A text that may quote our
 * own credential is never passed on.
 */
public final class FailedAnswer {

    private static final int MAX_MESSAGE = 500;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private FailedAnswer() {}

    /**
     * An answer by its status, and by what its body says where that is more exact.
     *
     * @param status a 2xx where the body is no answer
     * @param body as far as it was read; may be empty, HTML, anything
     * @param estimatedTokens of the prompt, should it be too long and nobody say by how much
     */
    public static Problem ofStatus(
            Target target, int status, HeaderLookup headers, byte[] body, long estimatedTokens) {
        var said = ErrorText.read(body, 0, body.length);
        var code = codeOf(status, said);
        return new Problem(
                code,
                message(target, code, " (" + status + ")", said, estimatedTokens),
                RetryAfter.seconds(headers, said));
    }

    /** The same where nobody knows how long the prompt is. */
    public static Problem ofStatus(Target target, int status, HeaderLookup headers, byte[] body) {
        return ofStatus(target, status, headers, body, 0);
    }

    /**
     * The problem in place of a final refusal in words that clients do not know for a prompt that
     * is too long: servers that speak a vendor's dialect do not always speak its words. Nothing
     * where they do, and for any other refusal.
     *
     * @param estimatedTokens of the prompt, should nobody say by how much it is too long
     */
    public static Optional<Problem> unknownWords(
            Target target, int status, byte[] body, long estimatedTokens) {
        var said = ErrorText.read(body, 0, body.length);
        boolean known =
                PromptOverflow.heals(said.message())
                        || said.code().equals("context_length_exceeded")
                        || codeOf(status, said) != ProblemCode.PROMPT_TOO_LONG;
        return known
                ? Optional.empty()
                : Optional.of(ofStatus(target, status, HeaderLookup.NONE, body, estimatedTokens));
    }

    /** An error that came with status 200, as an event's data or as the whole body. */
    public static Problem ofError(Target target, byte[] bytes, int offset, int length) {
        var said = ErrorText.read(bytes, offset, length);
        var code = codeOf(said);
        return new Problem(
                code,
                message(target, code, "", said, 0),
                RetryAfter.seconds(HeaderLookup.NONE, said));
    }

    /**
     * A problem's message that begins with words by which clients know that the prompt has to be
     * made shorter; the message itself where it does already.
     */
    public static String healing(String message) {
        return PromptOverflow.heals(message)
                ? message
                : PromptOverflow.UNMEASURED.words() + ". " + message;
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
        var kind = ErrorWords.kind(said);
        return switch (status) {
            case 401, 402, 403 -> ProblemCode.PROVIDER_REFUSED_US;
            case 429 ->
                    kind == ProblemCode.PROVIDER_REFUSED_US
                            ? kind
                            : ProblemCode.PROVIDER_RATE_LIMITED;
            default -> {
                if (status < 400) {
                    yield kind == null ? ProblemCode.PROVIDER_FAILED : kind;
                }
                yield kind != null && isExact(kind) ? kind : codeOf(status);
            }
        };
    }

    /** Whether a word for this kind of failure says more than a status could. */
    private static boolean isExact(ProblemCode kind) {
        return kind == ProblemCode.PROMPT_TOO_LONG
                || kind == ProblemCode.POLICY_BLOCKED
                || kind == ProblemCode.NOT_FOUND
                || kind == ProblemCode.PROVIDER_ERROR
                || kind == ProblemCode.PROVIDER_REFUSED_US;
    }

    private static ProblemCode codeOf(int status) {
        return switch (status) {
            case 401, 402, 403 -> ProblemCode.PROVIDER_REFUSED_US;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 408, 504 -> ProblemCode.PROVIDER_TIMEOUT;
            case 409 -> ProblemCode.PROVIDER_ERROR;
            case 413 -> ProblemCode.TOO_LARGE;
            case 429 -> ProblemCode.PROVIDER_RATE_LIMITED;
            case 503, 529 -> ProblemCode.PROVIDER_OVERLOADED;
            default -> status >= 500 ? ProblemCode.PROVIDER_ERROR : ProblemCode.INVALID_REQUEST;
        };
    }

    /** By its words; else by its code, if that is a status as OpenRouter and vLLM write it. */
    private static ProblemCode codeOf(ErrorText said) {
        var kind = ErrorWords.kind(said);
        if (kind != null) {
            return kind;
        }
        return said.code().matches("[45]\\d\\d")
                ? codeOf(Integer.parseInt(said.code()))
                : ProblemCode.PROVIDER_ERROR;
    }

    private static String message(
            Target target, ProblemCode code, String status, ErrorText said, long estimatedTokens) {
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
        var plain = target + status + ": " + (text.isEmpty() ? unsaid(code) : text);
        return bounded(
                switch (code) {
                    case PROMPT_TOO_LONG ->
                            overflow(PromptOverflow.read(said).orAbout(estimatedTokens), plain);
                    case INVALID_REQUEST -> limited(OutputLimit.of(said.message()), plain);
                    default -> plain;
                });
    }

    private static String overflow(PromptOverflow overflow, String plain) {
        // Clients take what most providers write for a reason to shorten the prompt instead.
        return overflow.isOutputsFault() ? overflow.words() : overflow.words() + ". " + plain;
    }

    private static String limited(@Nullable OutputLimit limit, String plain) {
        return limit == null ? plain : limit.words() + ". " + plain;
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
                    PROMPT_TOO_LONG,
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
