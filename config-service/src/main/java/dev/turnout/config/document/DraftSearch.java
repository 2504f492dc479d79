package dev.turnout.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.SearchConfig.Engine;
import java.util.ArrayList;
import java.util.List;

/** Reads where the web is searched and writes the shorthands out. */
final class DraftSearch {

    private DraftSearch() {}

    static SearchConfig read(JsonNode node) {
        List<Engine> engines = new ArrayList<>();
        node.path("engines").forEach(engine -> engines.add(engine(engine)));
        return new SearchConfig(
                engines, node.path("cacheSeconds").asLong(SearchConfig.USUAL_CACHE_SECONDS));
    }

    /** One engine, by its usual spelling where it is known; a bare text names its kind. */
    private static Engine engine(JsonNode node) {
        var written = (node.isTextual() ? node : node.path("engine")).asText("");
        var url = node.path("url");
        return new Engine(
                SearchEngine.named(written).map(SearchEngine::id).orElse(written),
                url.isTextual() ? BaseUrl.ofEngine(url.textValue()) : null,
                node.path("timeoutMs").asLong(Engine.USUAL_TIMEOUT_MS));
    }
}
