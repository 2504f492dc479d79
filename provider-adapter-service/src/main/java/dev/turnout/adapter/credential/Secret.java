package dev.turnout.adapter.credential;

/**
 * A secret's value, which no log and no message shows.
 *
 * @param value for the one header that bears it
 */
public record Secret(String value) {

    /** What stands in its place wherever it is printed. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
