package dev.turnout.contracts;

import org.jspecify.annotations.Nullable;

/**
 * An expected failure, as a value.
 *
 * @param code its kind
 * @param message for the client's user: what is wrong and what to do about it; holds no secret, no
 *     internal address
 * @param retryAfterSeconds when to try again, where it is known
 */
public record Problem(ProblemCode code, String message, @Nullable Integer retryAfterSeconds) {

    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, null);
    }

    public static Problem of(ProblemCode code, String message, int retryAfterSeconds) {
        return new Problem(code, message, retryAfterSeconds);
    }

    /** This problem on its way through code that answers with something else. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
