package dev.turnout.fakeprovider;

import java.util.List;
import java.util.stream.IntStream;

/** One result of a search, as an engine found it. */
public record Hit(String title, String url, String content) {

    /** As many hits, named after their number. */
    static List<Hit> numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        i ->
                                new Hit(
                                        "Result " + i,
                                        "https://example.com/result/" + i,
                                        "What page %d says.".formatted(i)))
                .toList();
    }
}
