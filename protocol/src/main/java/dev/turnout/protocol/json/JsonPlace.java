package dev.turnout.protocol.json;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where in a request a value stands, for what is said if it is not as it must be: {@code
 * messages.3.role: Input should be …}. Costs no text until then.
 *
 * @param outer the object or array around it; null for the request itself
 * @param step its name or index there
 */
public record JsonPlace(@Nullable JsonPlace outer, Object step) {

    /** A field of the request itself. */
    public static JsonPlace field(String name) {
        return new JsonPlace(null, name);
    }

    /** A field of the object here. */
    public JsonPlace to(String name) {
        return new JsonPlace(this, name);
    }

    /** An element of the array here. */
    public JsonPlace to(int index) {
        return new JsonPlace(this, index);
    }

    /** The string on which the scan stands. */
    public String text(JsonScan scan) {
        var text = scan.stringOrNull();
        if (text == null) {
            throw wrong(scan, "a string");
        }
        return text;
    }

    /** The whole number on which the scan stands, 0 or more; larger ones count as the largest. */
    public int wholeNumber(JsonScan scan) {
        long number = scan.longOr(-1);
        if (number < 0) {
            throw wrong(scan, "a whole number");
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    public double number(JsonScan scan) {
        var number = scan.numberOrNull();
        if (number == null) {
            throw wrong(scan, "a number");
        }
        return number;
    }

    /** The object on which the scan stands, as compact JSON. */
    public String object(JsonScan scan) {
        if (!scan.isObject()) {
            throw wrong(scan, "an object");
        }
        return scan.compact(scan.start());
    }

    /** This text, which may be neither missing nor empty. */
    public String required(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw invalid("Field required, a text that is not empty.");
        }
        return text;
    }

    /** The value on which the scan stands is not what it should be. */
    public ProblemException wrong(JsonScan found, String expected) {
        return invalid("Input should be " + expected + ", not " + found.kind() + ".");
    }

    /**
     * @param what is wrong and what to do about it
     */
    public ProblemException invalid(String what) {
        return Problem.of(ProblemCode.INVALID_REQUEST, this + ": " + what).asException();
    }

    @Override
    public String toString() {
        return outer == null ? step.toString() : outer + "." + step;
    }
}
