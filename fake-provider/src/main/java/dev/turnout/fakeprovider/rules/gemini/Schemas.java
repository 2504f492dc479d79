package dev.turnout.fakeprovider.rules.gemini;

import static dev.turnout.fakeprovider.rules.gemini.Names.each;
import static dev.turnout.fakeprovider.rules.gemini.Names.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rules for {@code parameters} and {@code responseSchema} beyond their shape. */
record Schemas(Consumer<Violation> refuse) {

    private static final Pattern PROPERTY = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,63}");
    private static final Set<String> TEXT_FORMATS = Set.of("enum", "date-time");

    void check(JsonNode schema, String place) {
        var type = field(schema, "type").asText().toUpperCase(Locale.ROOT);
        var items = field(schema, "items");
        if (type.equals("ARRAY") && items.isMissingNode()) {
            refuse.accept(Violation.in(place + ".items", "missing field."));
        }
        if (!field(schema, "enum").isMissingNode() && !type.equals("STRING")) {
            refuse.accept(Violation.in(place + ".enum", "only allowed for STRING type"));
        }
        var format = field(schema, "format").asText("enum");
        if (type.equals("STRING") && !TEXT_FORMATS.contains(format)) {
            refuse.accept(
                    Violation.in(
                            place + ".format",
                            "only 'enum' and 'date-time' are supported for STRING type"));
        }
        var properties = field(schema, "properties");
        var required = each(field(schema, "required"));
        for (int i = 0; i < required.size(); i++) {
            if (!properties.has(required.get(i).asText())) {
                refuse.accept(
                        Violation.in(place + ".required[" + i + "]", "property is not defined"));
            }
        }
        for (var property : properties.properties()) {
            var inside = place + ".properties[" + property.getKey() + "]";
            if (!PROPERTY.matcher(property.getKey()).matches()) {
                refuse.accept(Violation.in(inside, "Invalid property name."));
            }
            check(property.getValue(), inside);
        }
        if (!items.isMissingNode()) {
            check(items, place + ".items");
        }
        var choices = each(field(schema, "anyOf"));
        for (int i = 0; i < choices.size(); i++) {
            check(choices.get(i), place + ".any_of[" + i + "]");
        }
    }
}
