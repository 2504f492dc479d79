package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Writes what SearXNG answers to {@code format=json} (docs.searxng.org, "Search API"). */
public final class SearchPage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL_HITS = 5;

    private SearchPage() {}

    /** A page with these hits, the best first. */
    public static Answer.Fixed of(ReceivedRequest request, List<Hit> hits) {
        var page = JSON.objectNode().put("query", query(request));
        page.put("number_of_results", hits.size());
        var results = page.putArray("results");
        for (int i = 0; i < hits.size(); i++) {
            results.add(result(hits.get(i), i + 1));
        }
        for (var empty : List.of("answers", "corrections", "infoboxes", "suggestions")) {
            page.putArray(empty);
        }
        page.putArray("unresponsive_engines");
        return json(200, page);
    }

    /** Five hits that name the query and their number, the same for each time of asking. */
    static Answer.Fixed usual(ReceivedRequest request) {
        var query = query(request);
        return of(
                request,
                IntStream.rangeClosed(1, USUAL_HITS)
                        .mapToObj(
                                i ->
                                        new Hit(
                                                "Result %d for %s".formatted(i, query),
                                                "https://example.com/result/" + i,
                                                "What page %d says of %s.".formatted(i, query)))
                        .toList());
    }

    /** The page of a script, or what SearXNG refuses by itself. */
    static Answer.Fixed answer(ReceivedRequest request, SearchScript script) {
        if (!request.parameter("format").orElse("html").equals("json")) {
            // As it is installed, it writes HTML only; a fake that did would help nobody.
            return new Answer.Html(403);
        }
        if (query(request).isBlank()) {
            return json(400, JSON.objectNode().put("error", "No query"));
        }
        return script.answer(request);
    }

    private static String query(ReceivedRequest request) {
        return request.parameter("q").orElse("");
    }

    private static ObjectNode result(Hit hit, int position) {
        var result =
                JSON.objectNode()
                        .put("url", hit.url())
                        .put("title", hit.title())
                        .put("content", hit.content())
                        .putNull("publishedDate")
                        .put("engine", "fake")
                        .put("template", "default.html")
                        .put("score", 1.0 / position)
                        .put("category", "general");
        result.putArray("engines").add("fake");
        result.putArray("positions").add(position);
        return result;
    }

    private static Answer.Fixed json(int status, ObjectNode page) {
        return Answer.json(status, page.toString().getBytes(StandardCharsets.UTF_8));
    }
}
