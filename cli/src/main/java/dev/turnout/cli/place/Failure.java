package dev.turnout.cli.place;

/** An expected end of a command: a message that says what is wrong and what to do about it. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Failure(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** A failure that ends with {@link ExitCode#FAILED}. */
    public Failure(String message) {
        this(ExitCode.FAILED, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
