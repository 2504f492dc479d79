package dev.turnout.protocol.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.json.JsonScan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tool's JSON Schema says of the types in its input: as much as tells a value that was
 * written as text from a text.
 *
 * @param types in JSON Schema's words; empty where nothing is said
 * @param properties of an object, by name
 * @param items of an array; null where nothing is said
 */
public record InputShape(
        Set<String> types, Map<String, InputShape> properties, @Nullable InputShape items) {

    /** Of which nothing is known. */
    public static final InputShape ANY = new InputShape(Set.of(), Map.of(), null);

    /** The shape that a schema demands. */
    public static InputShape of(String schema) {
        try (var scan = JsonScan.of(schema.getBytes(UTF_8))) {
            return read(scan);
        }
    }

    /** Of a property; anything where the schema does not name it. */
    public InputShape property(String name) {
        return properties.getOrDefault(name, ANY);
    }

    /** Of an array's elements. */
    public InputShape element() {
        return items == null ? ANY : items;
    }

    /** Whether a text may stand here. */
    public boolean takesText() {
        return types.isEmpty() || types.contains("string");
    }

    /** Whether an array or object is to stand here, and no text. */
    public boolean wantsContainer() {
        return !takesText() && (types.contains("array") || types.contains("object"));
    }

    /** Whether a value of this JSON may stand here. */
    boolean takes(String json) {
        return switch (json.charAt(0)) {
            case '{' -> types.contains("object");
            case '[' -> types.contains("array");
            case '"' -> takesText();
            case 't', 'f' -> types.contains("boolean");
            case 'n' -> types.contains("null");
            default -> types.contains("number") || types.contains("integer");
        };
    }

    private static InputShape read(JsonScan scan) {
        var types = new HashSet<String>();
        var properties = new HashMap<String, InputShape>();
        InputShape items = null;
        if (!scan.enterObject()) {
            return ANY;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> types(scan, types);
                case "properties" -> properties(scan, properties);
                case "items" -> items = read(scan);
                case "anyOf", "oneOf", "allOf" -> branches(scan, types);
                default -> {}
            }
        }
        return new InputShape(types, properties, items);
    }

    private static void types(JsonScan scan, Set<String> types) {
        if (scan.isString()) {
            types.add(scan.string());
        } else if (scan.enterArray()) {
            while (scan.nextElement()) {
                types.add(scan.string());
            }
        }
    }

    private static void properties(JsonScan scan, Map<String, InputShape> properties) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                var name = scan.name();
                properties.put(name, read(scan));
            }
        }
    }

    /** As optional values are often written; a branch of no type may be anything. */
    private static void branches(JsonScan scan, Set<String> types) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                var branch = read(scan).types();
                types.addAll(branch.isEmpty() ? Set.of("string") : branch);
            }
        }
    }
}
