package dev.turnout.fakeprovider.rules.gemini;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The type of a field, as {@code fields.txt} writes it. */
sealed interface FieldType {

    /** Kinds of value that are no message. */
    enum Kind {
        STRING,
        BYTES,
        BOOL,
        INT32,
        INT64,
        NUMBER,
        /** Any object. */
        STRUCT,
        /** Anything. */
        VALUE
    }

    record Scalar(Kind kind) implements FieldType {}

    record Enumeration(String name, List<String> values) implements FieldType {}

    record Message(String name) implements FieldType {}

    record Repeated(FieldType element) implements FieldType {}

    record NamedMap(FieldType value) implements FieldType {}

    record OrBool(FieldType type) implements FieldType {}

    /**
     * Reads a type.
     *
     * @param field its name, after which an enumeration is named
     */
    static FieldType of(String type, String field) {
        if (type.endsWith("[]")) {
            return new Repeated(of(type.substring(0, type.length() - 2), field));
        }
        if (type.endsWith("{}")) {
            return new NamedMap(of(type.substring(0, type.length() - 2), field));
        }
        if (type.endsWith(" or bool")) {
            return new OrBool(of(type.substring(0, type.length() - " or bool".length()), field));
        }
        if (type.startsWith("one of ")) {
            var name = Character.toUpperCase(field.charAt(0)) + field.substring(1);
            return new Enumeration(name, List.of(type.substring("one of ".length()).split("\\|")));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(type))
                .<FieldType>map(Scalar::new)
                .findFirst()
                .orElseGet(() -> new Message(type));
    }
}
