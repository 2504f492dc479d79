package dev.turnout.cli.place;

/** How a command may end; {@code turnout --help} tells the same. */
public final class ExitCode {
    public static final int OK = 0;

    /** It could not be done; the message says why and what to do. */
    public static final int FAILED = 1;

    /** Wrong arguments, or a configuration that cannot be used. */
    public static final int REFUSED = 2;

    /** Turnout is not running. */
    public static final int NOT_RUNNING = 3;

    /** There is no {@code claude} to be launched; a shell's number for an unknown command. */
    public static final int NO_PROGRAM = 127;

    private ExitCode() {}
}
