package dev.turnout.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import dev.turnout.contracts.config.ConfigError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what the schema finds wrong; the schema's own descriptions are the advice.
 */
final class SchemaWords {

    private final JsonNode schema;

    SchemaWords(JsonNode schema) {
        this.schema = schema;
    }

    ConfigError say(ValidationMessage message) {
        var at = new Pointer(message.getInstanceLocation().toString());
        var keyword = message.getSchemaLocation().getFragment().toString();
        var owner = keyword.substring(0, keyword.lastIndexOf('/'));
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(at, message.getProperty(), owner);
            case "required" -> missing(at.then(message.getProperty()), message, owner);
            case "propertyNames" -> wrongName(at, String.valueOf(message.getArguments()[0]), owner);
            case "enum" -> notOneOf(at, message, owner);
            case "type" -> wrongKind(at, message, owner);
            default -> new ConfigError(at.toString(), broken(message), null, advice(owner));
        };
    }

    private ConfigError unknownKey(Pointer at, String key, String owner) {
        var known = new ArrayList<String>();
        schema.at(owner + "/properties").fieldNames().forEachRemaining(known::add);
        return new ConfigError(
                at.then(key).toString(),
                "no key is named " + Words.quoted(key) + " here",
                Nearest.to(key, known),
                "Remove it, or write one of: " + Words.list(known) + ".");
    }

    private ConfigError missing(Pointer at, ValidationMessage message, String owner) {
        var key = message.getProperty();
        return new ConfigError(
                at.toString(),
                Words.quoted(key) + " is missing",
                null,
                advice(owner + "/properties/" + key));
    }

    private ConfigError wrongName(Pointer at, String name, String owner) {
        return new ConfigError(
                at.then(name).toString(),
                Words.quoted(name) + " cannot be a name here",
                null,
                advice(owner + "/propertyNames"));
    }

    private ConfigError notOneOf(Pointer at, ValidationMessage message, String owner) {
        var allowed =
                StreamSupport.stream(schema.at(owner + "/enum").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        var written = message.getInstanceNode();
        return new ConfigError(
                at.toString(),
                "this is not one of " + String.join(", ", allowed),
                written.isTextual() ? Nearest.to(written.textValue(), allowed) : null,
                advice(owner));
    }

    private ConfigError wrongKind(Pointer at, ValidationMessage message, String owner) {
        var expected = new ArrayList<String>();
        var type = schema.at(owner + "/type");
        (type.isArray() ? type : List.of(type)).forEach(kind -> expected.add(kind(kind.asText())));
        return new ConfigError(
                at.toString(),
                "this must be %s, not %s"
                        .formatted(
                                String.join(" or ", expected),
                                kind(String.valueOf(message.getArguments()[0]))),
                null,
                advice(owner));
    }

    private static String kind(String type) {
        return switch (type) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "null" -> "nothing";
            default -> type;
        };
    }

    private static String broken(ValidationMessage message) {
        var limit = message.getArguments().length == 0 ? "" : message.getArguments()[0];
        return switch (message.getType()) {
            case "const" -> "this must be " + limit;
            case "minimum" -> "this must be at least " + limit;
            case "maximum" -> "this must be at most " + limit;
            case "minItems", "minProperties", "minLength" -> "this is empty";
            case "maxItems", "maxProperties" -> "these are more than " + limit;
            case "maxLength" -> "this is longer than %s characters".formatted(limit);
            case "pattern" -> "this is not written as it must be";
            default -> "this breaks the rule " + message.getType() + " of the schema";
        };
    }

    /** The description that stands nearest above a place of the schema. */
    private String advice(String place) {
        for (@Nullable String at = place; at != null; at = above(at)) {
            var node = schema.at(at);
            var description = node.path("description");
            if (description.isTextual()) {
                return description.textValue();
            }
            var reference = node.path("$ref");
            if (reference.isTextual()) {
                return advice(reference.textValue().substring(1));
            }
        }
        return "See the schema of the document.";
    }

    private static @Nullable String above(String place) {
        int slash = place.lastIndexOf('/');
        return slash < 0 ? null : place.substring(0, slash);
    }
}
