package dev.turnout.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.contracts.routing.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Configuration documents as users write them, as far as routing looks at them. */
final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Documents() {}

    static RoutingTable table(String document) {
        return RoutingTable.of(snapshot(1, document));
    }

    static Snapshot snapshot(long revision, String document) {
        try {
            return new Snapshot(revision, Instant.EPOCH, config(JSON.readTree(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Config config(JsonNode document) {
        ObjectNode routes =
                document.path("routes").deepCopy() instanceof ObjectNode given
                        ? given
                        : JSON.createObjectNode();
        JsonNode agents = routes.path("agents");
        routes.remove("agents");
        return new Config(
                entries(document.path("providers"), Documents::provider),
                entries(routes, Documents::route),
                entries(agents, Documents::route),
                entries(document.path("aliases"), node -> Target.of(node.textValue())),
                Resilience.DEFAULT,
                Limits.NONE,
                SearchConfig.NONE);
    }

    private static Route route(JsonNode node) {
        List<Target> targets = new ArrayList<>();
        (node.isArray() ? node : node.path("targets"))
                .forEach(target -> targets.add(Target.of(target.textValue())));
        Set<Effort> efforts = new HashSet<>();
        node.path("effort").forEach(effort -> efforts.add(JSON.convertValue(effort, Effort.class)));
        return new Route(
                targets, efforts, node.has("above") ? node.get("above").longValue() : null);
    }

    private static ProviderConfig provider(JsonNode node) {
        Map<String, ModelConfig> models =
                entries(node.path("models"), model -> new ModelConfig(null, null, null));
        return new ProviderConfig(null, null, null, null, Map.of(), List.of(), models, false);
    }

    private static <V> Map<String, V> entries(JsonNode object, Function<JsonNode, V> value) {
        Map<String, V> entries = new HashMap<>();
        object.properties()
                .forEach(entry -> entries.put(entry.getKey(), value.apply(entry.getValue())));
        return entries;
    }
}
