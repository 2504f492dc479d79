package dev.turnout.protocol.gemini.schema;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says in a description what no keyword says any more, so that the model still knows it. */
final class Spilled {

    /** What people would say of a value; the rest is for validators. */
    private static final Set<String> TOLD =
            Set.of(
                    "pattern",
                    "minLength",
                    "maxLength",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "uniqueItems",
                    "contains",
                    "minProperties",
                    "maxProperties",
                    "patternProperties",
                    "propertyNames",
                    "dependentRequired",
                    "not",
                    "default",
                    "examples",
                    "example",
                    "contentEncoding",
                    "contentMediaType");

    private static final int LONGEST = 200;

    private Spilled() {}

    /**
     * The description with what it holds beside; null where there is nothing to say.
     *
     * @param more what else could not be kept, by its keyword
     */
    static @Nullable String description(Map<String, Json> schema, Map<String, Json> more) {
        var said = new StringJoiner(", ", "{", "}").setEmptyValue("");
        schema.forEach((name, value) -> tell(name, value, TOLD.contains(name), said));
        more.forEach((name, value) -> tell(name, value, true, said));
        var given = schema.get("description");
        var words = given == null ? null : given.textOrNull();
        if (said.length() == 0) {
            return words;
        }
        return words == null || words.isBlank() ? said.toString() : words + " " + said;
    }

    private static void tell(String name, Json value, boolean told, StringJoiner said) {
        var written = told ? value.written() : "";
        if (told && written.length() <= LONGEST && !written.equals("false")) {
            said.add(name + ": " + written);
        }
    }
}
