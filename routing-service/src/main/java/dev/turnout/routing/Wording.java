package dev.turnout.routing;

import java.util.Collection;

/** Puts names into sentences. */
final class Wording {

    private static final int LETTERS_SHOWN = 80;
    private static final int NAMES_SHOWN = 6;

    private Wording() {}

    /** What a client wrote, in quotes, cut short and free of control characters and the like. */
    static String quoted(String text) {
        String start =
                text.length() <= LETTERS_SHOWN ? text : text.substring(0, LETTERS_SHOWN) + "…";
        return '"' + start.replaceAll("\\p{C}", " ") + '"';
    }

    /** The first of the names, and an ellipsis if there are more. */
    static String list(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(NAMES_SHOWN).toList());
        return names.size() > NAMES_SHOWN ? shown + ", …" : shown;
    }
}
