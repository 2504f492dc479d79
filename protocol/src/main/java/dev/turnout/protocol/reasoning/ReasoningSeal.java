package dev.turnout.protocol.reasoning;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.Carried;
import org.jspecify.annotations.Nullable;

/** Seals what a provider wants back into a thinking block's signature, and opens such seals. */
public final class ReasoningSeal {

    /** What a sealed signature begins with; the digit is the version of its form. */
    public static final String PREFIX = "tn1.";

    /** Whether this is a signature of ours, whoever sealed it. */
    public static boolean isSealed(String signature) {
        return signature.startsWith(PREFIX);
    }

    /**
     * A signature.
     *
     * @param origin who thought
     * @param text of the thinking, to which the seal holds
     */
    public String seal(Target origin, String text, Carried carried) {
        return PREFIX + carried.form() + "." + carried.json();
    }

    /**
     * What was sealed, if it was sealed with one of our keys, for that text, and by that origin;
     * null else.
     */
    public @Nullable Carried open(String signature, String text, Target origin) {
        return null;
    }
}
