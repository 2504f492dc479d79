package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What {@code strict} asks of a schema: closed objects whose properties are all required. */
final class StrictSchema {

    private StrictSchema() {}

    /** What is wrong, in the vendor's words; null for nothing. */
    static @Nullable String problem(JsonNode schema) {
        return problem(schema, "");
    }

    private static @Nullable String problem(JsonNode schema, String context) {
        if (schema.path("type").asText().equals("object")) {
            var additional = schema.path("additionalProperties");
            if (!additional.isBoolean() || additional.booleanValue()) {
                return in(
                        context,
                        "'additionalProperties' is required to be supplied and to be false.");
            }
            var required = new HashSet<String>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            for (var property : schema.path("properties").properties()) {
                if (!required.contains(property.getKey())) {
                    return in(
                            context,
                            "'required' is required to be supplied and to be an array including"
                                    + " every key in properties. Missing '%s'."
                                            .formatted(property.getKey()));
                }
            }
        }
        for (var property : schema.path("properties").properties()) {
            var found =
                    problem(
                            property.getValue(),
                            context + "'properties', '" + property.getKey() + "'");
            if (found != null) {
                return found;
            }
        }
        return schema.has("items") ? problem(schema.path("items"), context + "'items'") : null;
    }

    private static String in(String context, String wrong) {
        return "In context=(%s), %s".formatted(context, wrong);
    }
}
