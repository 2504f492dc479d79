package dev.turnout.fakeprovider.rules.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Finds what is no field of a message, or has not its type: said before anything else is read. */
final class Shape {

    private static final String TYPES = "type.googleapis.com/google.ai.generativelanguage.v1beta.";

    private static final String NOT_REPEATING = "Proto field is not repeating, cannot start list.";

    private final List<Violation> violations = new ArrayList<>();

    private Shape() {}

    static List<Violation> violations(JsonNode body, String message) {
        var shape = new Shape();
        shape.message(body, message, "");
        return List.copyOf(shape.violations);
    }

    private void message(JsonNode object, String message, String place) {
        if (!object.isObject()) {
            invalid(place, TYPES + message, object);
            return;
        }
        var fields = Messages.fieldsOf(message);
        for (var given : object.properties()) {
            var name = given.getKey();
            var type = fields.get(Names.camel(name));
            if (type == null) {
                unknown(name, place, "Cannot find field.");
            } else if (!given.getValue().isNull()) {
                value(given.getValue(), type, name, place, inside(place, name));
            }
        }
        if (object.has("$ref")) {
            lonely(object, place);
        }
    }

    private void value(JsonNode value, FieldType type, String name, String place, String inside) {
        switch (type) {
            case FieldType.Repeated(var element) -> {
                var elements = Names.each(value);
                for (int i = 0; i < elements.size(); i++) {
                    value(elements.get(i), element, name, place, inside + "[" + i + "]");
                }
            }
            case FieldType.NamedMap(var element) -> {
                int i = 0;
                for (var entry : value.properties()) {
                    value(entry.getValue(), element, name, place, inside + "[" + i + "].value");
                    i++;
                }
            }
            case FieldType.OrBool(var other) -> {
                if (!value.isBoolean()) {
                    value(value, other, name, place, inside);
                }
            }
            case FieldType.Message(var message) -> {
                if (value.isArray()) {
                    unknown(name, place, NOT_REPEATING);
                } else {
                    message(value, message, inside);
                }
            }
            case FieldType.Enumeration(var enumeration, var values) -> {
                if (value.isArray()) {
                    unknown(name, place, NOT_REPEATING);
                } else if (!values.contains(value.asText().toUpperCase(Locale.ROOT))) {
                    invalid(inside, TYPES + enumeration, value);
                }
            }
            case FieldType.Scalar(var kind) -> scalar(value, kind, name, place, inside);
        }
    }

    private void scalar(
            JsonNode value, FieldType.Kind kind, String name, String place, String inside) {
        boolean fits =
                switch (kind) {
                    case VALUE -> true;
                    case STRUCT -> value.isObject();
                    case STRING -> value.isTextual();
                    case BYTES -> value.isTextual() && isBase64(value.textValue());
                    case BOOL -> value.isBoolean();
                    case NUMBER -> value.isNumber();
                    case INT32, INT64 ->
                            value.isIntegralNumber() || value.asText().matches("-?\\d+(\\.0+)?");
                };
        if (fits) {
            return;
        }
        if (kind == FieldType.Kind.STRUCT) {
            invalid(inside, "type.googleapis.com/google.protobuf.Struct", value);
        } else if (value.isArray()) {
            unknown(name, place, NOT_REPEATING);
        } else if (value.isObject()) {
            add(
                    inside,
                    "Invalid value at '%s' (TYPE_%s), Starting an object on a scalar field"
                            .formatted(inside, kind));
        } else if (kind == FieldType.Kind.BYTES && value.isTextual()) {
            add(
                    inside,
                    "Invalid value at '%s' (TYPE_BYTES), Base64 decoding failed for %s"
                            .formatted(inside, value));
        } else {
            invalid(inside, "TYPE_" + kind, value);
        }
    }

    /** Beside a reference, JSON Schema's own words only. */
    private void lonely(JsonNode schema, String place) {
        for (var field : schema.properties()) {
            if (!field.getKey().startsWith("$")) {
                add(
                        place,
                        ("Invalid value at '%s': \"%s\" beside \"$ref\", which has siblings with $"
                                        + " only.")
                                .formatted(place, field.getKey()));
            }
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void unknown(String name, String place, String why) {
        var at = place.isEmpty() ? "" : " at '" + place + "'";
        add(
                place,
                "Invalid JSON payload received. Unknown name \"%s\"%s: %s"
                        .formatted(name, at, why));
    }

    private void invalid(String place, String type, JsonNode value) {
        add(place, "Invalid value at '%s' (%s), %s".formatted(place, type, value));
    }

    private void add(String field, String description) {
        violations.add(new Violation(field, description));
    }

    private static String inside(String place, String field) {
        var name = Names.snake(field);
        return place.isEmpty() ? name : place + "." + name;
    }
}
