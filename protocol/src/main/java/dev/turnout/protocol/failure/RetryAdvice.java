package dev.turnout.protocol.failure;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemCode.Retry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers that tell a client of any dialect whether to try again, and when. */
public final class RetryAdvice {

    /** Claude Code waits as long as it is told, up to this; longer, and the turn fails at once. */
    private static final int LONGEST_WAIT = 60;

    /**
     * For an overload that names no time: ten retries of Claude Code then last about a minute,
     * where the status alone would let some clients come back at once.
     */
    private static final int OVERLOAD_WAIT = 5;

    private RetryAdvice() {}

    /**
     * {@code x-should-retry}, which Claude Code and the SDKs of both vendors obey, and {@code
     * retry-after} in whole seconds, the only form that Claude Code reads.
     */
    public static List<Header> headers(Problem problem) {
        boolean again = retries(problem.code());
        var headers = new ArrayList<Header>();
        headers.add(new Header("x-should-retry", Boolean.toString(again)));
        var wait = again ? wait(problem) : problem.retryAfterSeconds();
        if (wait != null) {
            headers.add(new Header("retry-after", wait.toString()));
        }
        return headers;
    }

    /**
     * Whether the same request may pass later. Neither our key at a provider nor the configuration
     * gets better while a client waits, though another target may serve it at once.
     */
    public static boolean retries(ProblemCode code) {
        return code.retry() != Retry.NEVER
                && code != ProblemCode.PROVIDER_REFUSED_US
                && code != ProblemCode.TARGET_UNUSABLE;
    }

    private static @Nullable Integer wait(Problem problem) {
        var known = problem.retryAfterSeconds();
        if (known != null) {
            return Math.clamp(known, 1, LONGEST_WAIT);
        }
        return problem.code().status() == 503 ? OVERLOAD_WAIT : null;
    }
}
