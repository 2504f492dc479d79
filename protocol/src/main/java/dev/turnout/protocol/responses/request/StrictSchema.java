package dev.turnout.protocol.responses.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.json.JsonScan;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a schema is one that OpenAI holds a model to ([doc] Structured Outputs): its objects are
 * closed and all their properties required, and some words are unknown. Any other it refuses as
 * {@code strict}, where Anthropic takes more.
 */
final class StrictSchema {

    private StrictSchema() {}

    /**
     * @param schema a JSON Schema as text
     */
    static boolean is(String schema) {
        try (var scan = JsonScan.of(schema.getBytes(UTF_8))) {
            return holds(scan);
        }
    }

    /** Reads all of the schema on which the scan stands. */
    private static boolean holds(JsonScan scan) {
        if (!scan.enterObject()) {
            return false;
        }
        boolean object = false;
        boolean closed = false;
        boolean holds = true;
        Set<String> properties = Set.of();
        Set<String> required = Set.of();
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> object |= isObject(scan);
                case "additionalProperties" ->
                        closed = scan.kind().equals("a boolean") && !scan.isTrue();
                case "required" -> required = texts(scan);
                case "properties" -> {
                    properties = new HashSet<>();
                    holds &= each(scan, properties);
                }
                case "$defs", "definitions" -> holds &= each(scan, new HashSet<>());
                case "items" -> holds &= holds(scan);
                case "anyOf" -> holds &= all(scan);
                case "allOf",
                        "oneOf",
                        "not",
                        "if",
                        "then",
                        "else",
                        "dependentRequired",
                        "dependentSchemas",
                        "patternProperties" ->
                        holds = false;
                default -> {}
            }
        }
        return holds && (!object || (closed && required.containsAll(properties)));
    }

    private static boolean isObject(JsonScan scan) {
        return scan.is("object") || (scan.isArray() && texts(scan).contains("object"));
    }

    private static boolean each(JsonScan scan, Set<String> names) {
        if (!scan.enterObject()) {
            return false;
        }
        boolean hold = true;
        while (scan.nextField()) {
            names.add(scan.name());
            hold &= holds(scan);
        }
        return hold;
    }

    private static boolean all(JsonScan scan) {
        if (!scan.enterArray()) {
            return false;
        }
        boolean hold = true;
        while (scan.nextElement()) {
            hold &= holds(scan);
        }
        return hold;
    }

    private static Set<String> texts(JsonScan scan) {
        var texts = new HashSet<String>();
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                texts.add(scan.string());
            }
        }
        return texts;
    }
}
