package dev.turnout.acceptance.client;

/** How one request of a load ended. {@code number} counts them as they began, from 0. */
public sealed interface Outcome {

    int number();

    /** With an answer, whatever it says. */
    record Got(int number, Answered answer) implements Outcome {}

    /** With a broken connection, or with none. */
    record Broke(int number, String fault) implements Outcome {}

    /** With nothing for so long that nobody waits any more. */
    record Hung(int number, String fault) implements Outcome {}
}
