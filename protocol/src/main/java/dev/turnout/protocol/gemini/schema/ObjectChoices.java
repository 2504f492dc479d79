package dev.turnout.protocol.gemini.schema;

import dev.turnout.protocol.gemini.schema.Json.Elements;
import dev.turnout.protocol.gemini.schema.Json.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object that has to be one of several, as one object: Gemini takes no choice where it wants an
 * object. Which fields go together is said in words.
 */
final class ObjectChoices {

    private ObjectChoices() {}

    /**
     * @param choices whose fields the object gets; a field that two of them have is either's
     * @param schema of the object, to be changed
     */
    static void merge(List<Map<String, Json>> choices, Map<String, Json> schema) {
        var properties = new LinkedHashMap<>(Json.fields(schema.get("properties")));
        for (var choice : choices) {
            Json.fields(choice.get("properties"))
                    .forEach((name, property) -> add(name, property, properties));
        }
        schema.put("properties", new Fields(properties));
        var own = Json.elements(schema.get("required"));
        var required = new LinkedHashSet<>(own);
        required.addAll(inAll(choices));
        schema.put("required", new Elements(List.copyOf(required)));
        say(choices, required, schema);
    }

    private static void add(String name, Json property, Map<String, Json> properties) {
        var former = properties.get(name);
        if (former == null) {
            properties.put(name, property);
        } else if (!former.equals(property)) {
            var either =
                    new ArrayList<>(
                            isChoice(former) ? Json.elements(choice(former)) : List.of(former));
            if (!either.contains(property)) {
                either.add(property);
            }
            properties.put(
                    name, new Fields(new LinkedHashMap<>(Map.of("anyOf", new Elements(either)))));
        }
    }

    /** Whether it is nothing but a choice, as those are that are made here. */
    private static boolean isChoice(Json schema) {
        return Json.fields(schema).keySet().equals(Set.of("anyOf"));
    }

    private static Json choice(Json schema) {
        return Json.fields(schema).getOrDefault("anyOf", new Elements(List.of()));
    }

    private static List<Json> inAll(List<Map<String, Json>> choices) {
        var names = new LinkedHashSet<>(Json.elements(choices.getFirst().get("required")));
        choices.forEach(choice -> names.retainAll(Json.elements(choice.get("required"))));
        return List.copyOf(names);
    }

    private static void say(
            List<Map<String, Json>> choices, LinkedHashSet<Json> always, Map<String, Json> schema) {
        var sets = new LinkedHashSet<String>();
        for (var choice : choices) {
            var names = new ArrayList<String>();
            for (var name : Json.elements(choice.get("required"))) {
                var text = always.contains(name) ? null : name.textOrNull();
                if (text != null) {
                    names.add(text);
                }
            }
            if (!names.isEmpty()) {
                sets.add(String.join(" and ", names));
            }
        }
        if (sets.size() > 1) {
            var given = schema.get("description");
            var words = given == null ? null : given.textOrNull();
            schema.put(
                    "description",
                    Json.text(
                            (words == null ? "" : words + " ")
                                    + "Give one of these: "
                                    + String.join("; or ", sets)
                                    + "."));
        }
    }
}
