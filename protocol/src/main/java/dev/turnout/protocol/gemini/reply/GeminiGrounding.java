package dev.turnout.protocol.gemini.reply;

import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a candidate says of Google's search in {@code groundingMetadata}: which pages belong to
 * which query it does not say.
 *
 * @param queries that were put
 * @param hits that the answer rests on
 */
record GeminiGrounding(List<String> queries, List<Hit> hits) {

    static final GeminiGrounding NONE = new GeminiGrounding(List.of(), List.of());

    /** Reads the value on which the scan stands. */
    static GeminiGrounding read(JsonScan scan) {
        var queries = new ArrayList<String>();
        var hits = new ArrayList<Hit>();
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "webSearchQueries" -> {
                        if (scan.enterArray()) {
                            while (scan.nextElement()) {
                                queries.add(scan.string());
                            }
                        }
                    }
                    case "groundingChunks" -> {
                        if (scan.enterArray()) {
                            while (scan.nextElement()) {
                                chunk(scan, hits);
                            }
                        }
                    }
                    default -> {}
                }
            }
        }
        queries.removeIf(String::isEmpty);
        return new GeminiGrounding(List.copyOf(queries), List.copyOf(hits));
    }

    /** Both, where the later of two says something. */
    GeminiGrounding and(GeminiGrounding later) {
        return new GeminiGrounding(
                later.queries.isEmpty() ? queries : later.queries,
                later.hits.isEmpty() ? hits : later.hits);
    }

    boolean isNothing() {
        return queries.isEmpty() && hits.isEmpty();
    }

    private static void chunk(JsonScan scan, List<Hit> hits) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            if (scan.name().equals("web") && scan.enterObject()) {
                String url = "";
                String title = "";
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "uri" -> url = scan.string();
                        case "title" -> title = scan.string();
                        default -> {}
                    }
                }
                if (!url.isEmpty()) {
                    hits.add(new Hit(title, url, null));
                }
            }
        }
    }
}
