package dev.turnout.protocol.gemini.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.gemini.schema.Json.Fields;
import java.net.URLDecoder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts in place what a schema refers to ({@code $ref}, to anywhere in the same document) and what
 * it adds up ({@code allOf}). What refers to itself is cut where it would begin again.
 */
final class References {

    /** Schemas that one document may become: references to references multiply. */
    private static final int MOST = 5000;

    private final Json root;
    private int left = MOST;

    References(Json root) {
        this.root = root;
    }

    /**
     * A schema whose own level refers to nothing.
     *
     * @param within the references that led here
     */
    record Flat(Map<String, Json> schema, Set<String> within) {}

    /** The schema at this place, all that it refers to put in. */
    Flat flat(Json given, Set<String> within) {
        var schema = new LinkedHashMap<String, Json>();
        var seen = new HashSet<>(within);
        add(given, schema, seen);
        return new Flat(schema, seen);
    }

    /** What is said first counts, so that words beside a reference win over those behind it. */
    private void add(Json given, Map<String, Json> schema, Set<String> seen) {
        left--;
        var said = Json.fields(given);
        said.forEach((name, value) -> merge(name, value, schema));
        if (said.get("$ref") instanceof Json reference) {
            refer(reference.textOrNull(), schema, seen);
        }
        for (var part : Json.elements(said.get("allOf"))) {
            add(part, schema, seen);
        }
    }

    private void refer(@Nullable String pointer, Map<String, Json> schema, Set<String> seen) {
        var target = pointer == null ? null : resolved(pointer);
        if (target == null) {
            return;
        }
        if (left > 0 && seen.add(pointer)) {
            add(target, schema, seen);
        } else if (Json.fields(target).get("type") instanceof Json type) {
            schema.putIfAbsent("type", type); // no deeper than this
        }
    }

    private static void merge(String name, Json value, Map<String, Json> schema) {
        switch (name) {
            case "$ref", "allOf" -> {}
            case "properties" -> {
                var all = new LinkedHashMap<>(Json.fields(schema.get(name)));
                Json.fields(value).forEach(all::putIfAbsent);
                schema.put(name, new Fields(all));
            }
            case "required" -> {
                var all = new LinkedHashSet<>(Json.elements(schema.get(name)));
                all.addAll(Json.elements(value));
                schema.put(name, new Json.Elements(all.stream().toList()));
            }
            default -> schema.putIfAbsent(name, value);
        }
    }

    /** Of a JSON pointer as a fragment (RFC 6901, 6); null where nothing is. */
    private @Nullable Json resolved(String pointer) {
        if (!pointer.startsWith("#")) {
            return null;
        }
        Json at = root;
        for (var step : decoded(pointer.substring(1)).split("/", -1)) {
            if (at == root && step.isEmpty()) {
                continue;
            }
            var name = step.replace("~1", "/").replace("~0", "~");
            var next = Json.fields(at).get(name);
            at = next == null ? element(at, name) : next;
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private static @Nullable Json element(Json at, String index) {
        var elements = Json.elements(at);
        return index.matches("\\d{1,4}") && Integer.parseInt(index) < elements.size()
                ? elements.get(Integer.parseInt(index))
                : null;
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fragment;
        }
    }
}
