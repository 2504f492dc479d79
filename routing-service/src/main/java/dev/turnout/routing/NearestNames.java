package dev.turnout.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Orders names by their likeness to one that was mistyped. */
final class NearestNames {

    /** No name that people write is longer; a hostile one must not cost more. */
    private static final int COMPARED = 64;

    private NearestNames() {}

    /** All the names, the most alike first, without regard to case. */
    static List<String> first(String written, Collection<String> names) {
        return names.stream()
                .sorted(
                        Comparator.<String>comparingInt(name -> edits(lower(written), lower(name)))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How many letters to add, drop or change to make {@code b} of {@code a} (Levenshtein). */
    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }

    private static String lower(String name) {
        return name.substring(0, Math.min(COMPARED, name.length())).toLowerCase(Locale.ROOT);
    }
}
