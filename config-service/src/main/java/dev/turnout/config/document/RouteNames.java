package dev.turnout.config.document;

import java.util.List;

/** The routes that kinds of requests lead to. */
final class RouteNames {

    static final String DEFAULT = "default";
    static final String THINK = "think";
    static final String LONG_CONTEXT = "longContext";
    static final String WEB_SEARCH = "webSearch";
    static final String EMBEDDINGS = "embeddings";

    /** Not a route but the place of those of sub-agents. */
    static final String AGENTS = "agents";

    static final List<String> ALL =
            List.of(DEFAULT, "background", THINK, LONG_CONTEXT, WEB_SEARCH, "image", EMBEDDINGS);

    private RouteNames() {}

    /** The usual spelling of a known route; any other name as it is. */
    static String spelling(String name) {
        return ALL.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    static boolean isKnown(String name) {
        return ALL.stream().anyMatch(name::equalsIgnoreCase);
    }
}
