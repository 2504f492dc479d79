package dev.turnout.config.document;

import java.util.Collection;
import java.util.stream.Collectors;

/** How names are shown in what people read. */
final class Words {

    private static final int LONGEST = 80;
    private static final int MOST = 12;

    private Words() {}

    /** In quotes, on one line, and not endless. */
    static String quoted(String name) {
        var shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
        return '"' + shown.replaceAll("\\p{Cntrl}", " ") + '"';
    }

    /** The names in order; only the first of a long list. */
    static String list(Collection<String> names) {
        var shown = names.stream().sorted().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? shown : shown + ", …";
    }
}
