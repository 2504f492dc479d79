package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.failure.RetryAdvice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the targets that were tried could not answer, and what the client is told in the end. */
final class Failures {

    private final List<String> all = new ArrayList<>();
    private @Nullable Problem speaker;

    void add(Target target, Problem problem) {
        all.add(inOneList(target, problem.message()));
        if (speaker == null && RetryAdvice.retries(problem.code())) {
            speaker = problem;
        }
    }

    /** Most messages name their target already; all end in one list. */
    private static String inOneList(Target target, String message) {
        var whole = message.startsWith(target.toString()) ? message : target + ": " + message;
        return whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /**
     * One problem for all targets: a refusal of the request itself, else the first that a retry may
     * heal speaks for the others.
     */
    Problem together(String route, Problem last) {
        if (all.size() == 1 || last.code().retry() == ProblemCode.Retry.NEVER) {
            return last;
        }
        var spoken = speaker == null ? last : speaker;
        return new Problem(
                spoken.code(),
                "No target of route %s could answer. %s.".formatted(route, String.join("; ", all)),
                spoken.retryAfterSeconds());
    }
}
