package dev.turnout.config.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which name was meant. */
final class Nearest {

    /** Names are short; a hostile one must not cost more. */
    private static final int COMPARED = 64;

    private Nearest() {}

    /**
     * The name that comes nearest to {@code written}, without regard to case; null where none is so
     * near that it was likely meant, which is a third of the letters wrong.
     */
    static @Nullable String to(String written, Collection<String> names) {
        var word = comparable(written);
        int tolerance = word.length() / 3;
        return names.stream()
                .filter(name -> distance(word, comparable(name)) <= tolerance)
                .min(
                        Comparator.<String>comparingInt(name -> distance(word, comparable(name)))
                                .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /**
     * How many letters to add, drop, change or swap with their neighbour to make {@code b} of
     * {@code a} (optimal string alignment).
     */
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(rows[i - 1][j - 1] + change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }

    private static String comparable(String name) {
        return name.substring(0, Math.min(COMPARED, name.length())).toLowerCase(Locale.ROOT);
    }
}
