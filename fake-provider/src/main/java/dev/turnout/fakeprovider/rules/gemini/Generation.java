package dev.turnout.fakeprovider.rules.gemini;

import java.util.regex.Pattern;

/** What differs between the generations of Gemini. */
public enum Generation {
    /** Before 3: calls have no ids, nobody asks for signatures back. */
    OLD,
    /** Gemini 3, and anything whose name does not say. */
    NEW;

    private static final Pattern OLD_NAME = Pattern.compile("gemini-[12](?:[.-].*)?");

    /** The generation that the name of a model says. */
    public static Generation of(String model) {
        return OLD_NAME.matcher(model).matches() ? OLD : NEW;
    }
}
