package dev.turnout.config.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of search engine that a document may name. */
enum SearchEngine {
    SEARXNG(true),
    DEMO(false);

    private final boolean elsewhere;

    SearchEngine(boolean elsewhere) {
        this.elsewhere = elsewhere;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is reached by a URL that only the user knows; else it answers from within. */
    boolean isElsewhere() {
        return elsewhere;
    }

    static Optional<SearchEngine> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.id().equalsIgnoreCase(text)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(SearchEngine::id).toList();
    }
}
