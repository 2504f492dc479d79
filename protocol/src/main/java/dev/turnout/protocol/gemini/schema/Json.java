package dev.turnout.protocol.gemini.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema as a tree: what refers to itself cannot be rewritten in one walk. */
sealed interface Json {

    /** A text, number, truth value or null, as it is written. */
    record Plain(String json) implements Json {}

    record Elements(List<Json> list) implements Json {}

    record Fields(Map<String, Json> byName) implements Json {

        @Nullable Json get(String name) {
            return byName.get(name);
        }

        boolean has(String name) {
            return byName.containsKey(name);
        }
    }

    /** Reads a document; a problem where it is not JSON. */
    static Json read(String document) {
        var json = document.getBytes(UTF_8);
        try (var scan = JsonScan.of(json)) {
            return read(scan);
        }
    }

    private static Json read(JsonScan scan) {
        if (scan.enterObject()) {
            var fields = new LinkedHashMap<String, Json>();
            while (scan.nextField()) {
                fields.put(scan.name(), read(scan));
            }
            return new Fields(fields);
        }
        if (scan.enterArray()) {
            var elements = new ArrayList<Json>();
            while (scan.nextElement()) {
                elements.add(read(scan));
            }
            return new Elements(elements);
        }
        return new Plain(scan.compact(scan.start()));
    }

    static Plain text(String text) {
        return new Plain(JsonText.quote(text));
    }

    /** The text that it is; null where it is none. */
    default @Nullable String textOrNull() {
        if (!(this instanceof Plain(var json)) || !json.startsWith("\"")) {
            return null;
        }
        if (json.indexOf('\\') < 0) {
            return json.substring(1, json.length() - 1);
        }
        try (var scan = JsonScan.of(json.getBytes(UTF_8))) {
            return scan.string();
        }
    }

    /** The elements of an array; none where it is no array. */
    static List<Json> elements(@Nullable Json json) {
        return json instanceof Elements(var list) ? list : List.of();
    }

    /** The fields of an object; none where it is no object. */
    static Map<String, Json> fields(@Nullable Json json) {
        return json instanceof Fields(var byName) ? byName : Map.of();
    }

    /** The document. */
    default String written() {
        var out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        switch (this) {
            case Plain(var json) -> out.append(json);
            case Elements(var list) -> {
                var before = "[";
                for (var element : list) {
                    out.append(before);
                    element.write(out);
                    before = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case Fields(var byName) -> {
                var before = "{";
                for (var field : byName.entrySet()) {
                    out.append(before).append(JsonText.quote(field.getKey())).append(':');
                    field.getValue().write(out);
                    before = ",";
                }
                out.append(byName.isEmpty() ? "{}" : "}");
            }
        }
    }
}
