package dev.turnout.contracts;

/** Carries a {@link Problem} between services; the kit maps it to HTTP and back. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // Expected failures are values: no stack is walked for them.
        super(problem.code() + ": " + problem.message(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
