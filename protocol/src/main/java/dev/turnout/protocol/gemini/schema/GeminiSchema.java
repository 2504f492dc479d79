package dev.turnout.protocol.gemini.schema;

import dev.turnout.protocol.gemini.schema.Json.Elements;
import dev.turnout.protocol.gemini.schema.Json.Fields;
import dev.turnout.protocol.gemini.schema.Json.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON Schema as one that {@code parametersJsonSchema} and {@code responseJsonSchema} take.
 *
 * <p>Of the two fields that Gemini has for a schema the other, {@code parameters}, is a narrow
 * message in which one unknown name, a list of types or a number among {@code enum} refuses the
 * whole request; this one is JSON Schema. Still only the keywords that Google documents for it are
 * written ({@code @google/genai}, {@code responseJsonSchema}), references put in place, so that no
 * tool of an MCP server takes all others down with it. What people would say of a value goes into
 * its description; the rest is for validators and goes. Names within {@code properties} are never
 * touched.
 */
public final class GeminiSchema {

    private static final Set<String> TEXT_FORMATS = Set.of("date-time", "date", "time");

    private static final List<String> OF_OBJECTS =
            List.of("properties", "required", "additionalProperties");
    private static final List<String> OF_ARRAYS =
            List.of("items", "prefixItems", "minItems", "maxItems");
    private static final List<String> OF_NUMBERS = List.of("minimum", "maximum");

    private final References references;

    private GeminiSchema(Json root) {
        references = new References(root);
    }

    /**
     * Of what a tool takes: an object, whatever it was called; null where it takes nothing, which
     * Gemini wants unsaid.
     */
    public static @Nullable String ofTool(String schema) {
        var root = Json.read(schema);
        var converted = new GeminiSchema(root).object(root, Set.of());
        boolean takes =
                converted.has("properties")
                        || converted.get("additionalProperties") instanceof Fields;
        return takes ? converted.written() : null;
    }

    /** Of an answer, which may be anything. */
    public static String ofAnswer(String schema) {
        var root = Json.read(schema);
        return new GeminiSchema(root).convert(root, Set.of()).written();
    }

    private Fields convert(Json given, Set<String> within) {
        var flat = references.flat(given, within);
        var schema = flat.schema();
        var values = Values.of(schema);
        var choices = choices(schema);
        if (!choices.isEmpty() && values.is("object")) {
            return object(given, within);
        }
        if (!choices.isEmpty()) {
            var converted = choices.stream().map(choice -> convert(choice, flat.within()));
            return either(schema, values, converted.toList());
        }
        var types = values.types().stream().filter(type -> !type.equals("null")).toList();
        if (types.size() > 1) {
            var converted = new ArrayList<Fields>();
            for (var type : values.types()) {
                converted.add(new Fields(typed(schema, List.of(type), values, flat.within())));
            }
            return either(schema, values, converted);
        }
        return described(schema, values, typed(schema, values.types(), values, flat.within()));
    }

    /** An object, and one of several: the fields of all, of which those of all are required. */
    private Fields object(Json given, Set<String> within) {
        var flat = references.flat(given, within);
        var schema = new LinkedHashMap<>(flat.schema());
        schema.put("type", Json.text("object"));
        var choices =
                choices(schema).stream()
                        .map(choice -> references.flat(choice, flat.within()).schema())
                        .toList();
        if (!choices.isEmpty()) {
            ObjectChoices.merge(choices, schema);
        }
        var values = Values.of(schema);
        return described(schema, values, typed(schema, List.of("object"), values, flat.within()));
    }

    /** What it has to be one of: Gemini reads {@code oneOf} as {@code anyOf}. */
    private static List<Json> choices(Map<String, Json> schema) {
        var any = Json.elements(schema.get("anyOf"));
        return any.isEmpty() ? Json.elements(schema.get("oneOf")) : any;
    }

    /** One of these; null beside a single simple one is one of its types. */
    private static Fields either(Map<String, Json> schema, Values values, List<Fields> choices) {
        var plain = choices.stream().filter(choice -> !isNull(choice)).toList();
        var said = new LinkedHashMap<String, Json>();
        title(schema, said);
        put(said, "description", Spilled.description(schema, untold(values)));
        if (plain.size() == 1) {
            var only = plain.getFirst();
            boolean nullable = plain.size() < choices.size();
            if (!nullable || (only.get("type") instanceof Plain && !only.has("enum"))) {
                only.byName().forEach(said::putIfAbsent);
                if (nullable) {
                    said.put("type", new Elements(List.of(type(only), Json.text("null"))));
                }
                return new Fields(said);
            }
        }
        said.put("anyOf", new Elements(List.copyOf(choices)));
        return new Fields(said);
    }

    private static Json type(Fields schema) {
        var type = schema.get("type");
        return type == null ? Json.text("null") : type;
    }

    private static boolean isNull(Fields schema) {
        return Json.text("null").equals(schema.get("type"));
    }

    /** A schema of one type, null aside, without its description. */
    private Map<String, Json> typed(
            Map<String, Json> schema, Iterable<String> types, Values values, Set<String> within) {
        var said = new LinkedHashMap<String, Json>();
        var names = new ArrayList<Json>();
        for (var type : types) {
            names.add(Json.text(type));
            switch (type) {
                case "object" -> ofObject(schema, within, said);
                case "array" -> ofArray(schema, within, said);
                case "string" -> {
                    if (isKnownFormat(schema)) {
                        said.put("format", schema.get("format"));
                    }
                }
                case "number", "integer" -> keep(OF_NUMBERS, schema, said);
                default -> {}
            }
            if (!values.of(type).isEmpty()) {
                said.put("enum", new Elements(values.of(type)));
            }
        }
        var all = new LinkedHashMap<String, Json>();
        if (!names.isEmpty()) {
            all.put("type", names.size() == 1 ? names.getFirst() : new Elements(names));
        }
        all.putAll(said);
        return all;
    }

    private void ofObject(Map<String, Json> schema, Set<String> within, Map<String, Json> said) {
        var properties = new LinkedHashMap<String, Json>();
        Json.fields(schema.get("properties"))
                .forEach(
                        (name, property) -> {
                            if (!isFalse(property)) {
                                properties.put(name, convert(property, within));
                            }
                        });
        if (!properties.isEmpty()) {
            said.put("properties", new Fields(properties));
        }
        var required =
                Json.elements(schema.get("required")).stream()
                        .filter(name -> properties.containsKey(name.textOrNull()))
                        .distinct()
                        .toList();
        if (!required.isEmpty()) {
            said.put("required", new Elements(required));
        }
        var others = schema.get("additionalProperties");
        if (others instanceof Fields) {
            said.put("additionalProperties", convert(others, within));
        } else if (others != null && (isFalse(others) || others.equals(new Plain("true")))) {
            said.put("additionalProperties", others);
        }
    }

    private void ofArray(Map<String, Json> schema, Set<String> within, Map<String, Json> said) {
        var items = schema.get("items");
        var places = schema.containsKey("prefixItems") ? schema.get("prefixItems") : items;
        var converted =
                Json.elements(places).stream().map(place -> (Json) convert(place, within)).toList();
        if (!converted.isEmpty()) {
            said.put("prefixItems", new Elements(converted)); // a list of items is draft 7's form
        }
        if (items instanceof Fields) {
            var each = convert(items, within);
            if (!each.byName().isEmpty()) {
                said.put("items", each);
            }
        }
        keep(List.of("minItems", "maxItems"), schema, said);
    }

    private static Fields described(
            Map<String, Json> schema, Values values, Map<String, Json> typed) {
        var more = new LinkedHashMap<String, Json>();
        if (schema.get("format") instanceof Json format && !typed.containsKey("format")) {
            more.put("format", format);
        }
        more.putAll(untold(values));
        leftOver(schema, typed, more);
        var said = new LinkedHashMap<String, Json>();
        title(schema, said);
        put(said, "description", Spilled.description(schema, more));
        said.putAll(typed);
        return new Fields(said);
    }

    private static Map<String, Json> untold(Values values) {
        return values.untold() == null ? Map.of() : Map.of("enum", values.untold());
    }

    /** Limits without the type that they belong to. */
    private static void leftOver(
            Map<String, Json> schema, Map<String, Json> typed, Map<String, Json> more) {
        for (var names : List.of(OF_NUMBERS, OF_ARRAYS.subList(2, 4))) {
            for (var name : names) {
                if (schema.get(name) instanceof Plain limit && !typed.containsKey(name)) {
                    more.put(name, limit);
                }
            }
        }
    }

    private static void title(Map<String, Json> schema, Map<String, Json> said) {
        if (schema.get("title") instanceof Json title && title.textOrNull() != null) {
            said.put("title", title);
        }
    }

    private static void put(Map<String, Json> said, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            said.put(name, Json.text(text));
        }
    }

    private static void keep(List<String> names, Map<String, Json> schema, Map<String, Json> said) {
        for (var name : names) {
            if (schema.get(name) instanceof Plain(var json) && json.matches("-?\\d[\\d.eE+-]*")) {
                said.put(name, new Plain(json));
            }
        }
    }

    private static boolean isKnownFormat(Map<String, Json> schema) {
        var format = schema.get("format");
        return format != null && TEXT_FORMATS.contains(String.valueOf(format.textOrNull()));
    }

    private static boolean isFalse(Json json) {
        return json.equals(new Plain("false"));
    }
}
