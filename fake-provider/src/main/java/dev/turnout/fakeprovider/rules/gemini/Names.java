package dev.turnout.fakeprovider.rules.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Google's JSON: each field may be spelled in two ways, and a list of one may stand alone. */
public final class Names {

    private Names() {}

    /**
     * A field within fields, a missing node where there is none.
     *
     * @param path {@code camelCase}; found as {@code snake_case} too
     */
    public static JsonNode field(JsonNode object, String... path) {
        var node = object;
        for (var name : path) {
            node = node.has(name) ? node.path(name) : node.path(snake(name));
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    /** The elements of a field that repeats. */
    static List<JsonNode> each(JsonNode repeated) {
        if (!repeated.isArray()) {
            return repeated.isMissingNode() ? List.of() : List.of(repeated);
        }
        var elements = new ArrayList<JsonNode>();
        repeated.forEach(elements::add);
        return elements;
    }

    static String snake(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static String camel(String name) {
        var camel = new StringBuilder();
        for (var word : name.split("_", -1)) {
            boolean first = camel.isEmpty() || word.isEmpty();
            camel.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
