package dev.turnout.protocol.gemini.schema;

import dev.turnout.protocol.gemini.schema.Json.Plain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of the type of its values, and which ones there are: {@code type}, {@code
 * enum} and {@code const}.
 *
 * @param types by name; empty where any is right
 * @param listed texts or numbers, to one of which the value is held; empty where it is not
 * @param untold values that Gemini's {@code enum} does not take; null for none
 */
record Values(Set<String> types, List<Json> listed, @Nullable Json untold) {

    private static final Set<String> KNOWN =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    /** Gemini refuses it in an {@code enum}. */
    private static final Json NO_TEXT = Json.text("");

    static Values of(Map<String, Json> schema) {
        var types = types(schema);
        var all = listed(schema);
        if (all.isEmpty()) {
            return new Values(types, List.of(), null);
        }
        var plain = all.stream().filter(value -> !typeOf(value).equals("null")).toList();
        var listed = plain.stream().filter(value -> !value.equals(NO_TEXT)).toList();
        boolean taken = !listed.isEmpty() && listed.stream().allMatch(Values::isTaken);
        if (types.isEmpty()) {
            all.forEach(value -> types.add(typeOf(value)));
            if (types.contains("number")) {
                types.remove("integer");
            }
        }
        boolean told = taken ? listed.size() == plain.size() : plain.isEmpty();
        return new Values(types, taken ? listed : List.of(), told ? null : new Json.Elements(all));
    }

    boolean is(String type) {
        return types.equals(Set.of(type));
    }

    /** The listed values that are of a type. */
    List<Json> of(String type) {
        return listed.stream()
                .filter(
                        value -> {
                            var own = typeOf(value);
                            return own.equals(type)
                                    || (own.equals("integer") && type.equals("number"));
                        })
                .toList();
    }

    private static Set<String> types(Map<String, Json> schema) {
        var types = new LinkedHashSet<String>();
        var type = schema.get("type");
        for (var one : type instanceof Plain ? List.of(type) : Json.elements(type)) {
            var name = one.textOrNull();
            if (name != null && KNOWN.contains(name)) {
                types.add(name);
            }
        }
        if (types.isEmpty() && schema.containsKey("properties")) {
            types.add("object");
        }
        if (types.isEmpty() && (schema.containsKey("items") || schema.containsKey("prefixItems"))) {
            types.add("array");
        }
        if (types.contains("number")) {
            types.remove("integer");
        }
        return types;
    }

    private static List<Json> listed(Map<String, Json> schema) {
        var constant = schema.get("const");
        return constant != null
                ? List.of(constant)
                : new ArrayList<>(new LinkedHashSet<>(Json.elements(schema.get("enum"))));
    }

    private static boolean isTaken(Json value) {
        return switch (typeOf(value)) {
            case "string", "number", "integer" -> true;
            default -> false;
        };
    }

    private static String typeOf(Json value) {
        return switch (value) {
            case Json.Fields _ -> "object";
            case Json.Elements _ -> "array";
            case Plain(var json) ->
                    switch (json.charAt(0)) {
                        case '"' -> "string";
                        case 't', 'f' -> "boolean";
                        case 'n' -> "null";
                        default -> json.matches("-?\\d+") ? "integer" : "number";
                    };
        };
    }
}
