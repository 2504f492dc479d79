package dev.turnout.fakeprovider.rules.gemini;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The messages that Gemini knows, read once from {@code fields.txt}. */
final class Messages {

    private static final Map<String, Map<String, FieldType>> ALL = read();

    private Messages() {}

    /** The fields of a message by their {@code camelCase} names. */
    static Map<String, FieldType> fieldsOf(String message) {
        return Objects.requireNonNull(ALL.get(message), message);
    }

    private static Map<String, Map<String, FieldType>> read() {
        try (var file = Messages.class.getResourceAsStream("fields.txt")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var messages = new HashMap<String, Map<String, FieldType>>();
            Map<String, FieldType> fields = new LinkedHashMap<>();
            for (var line : text.lines().toList()) {
                if (line.startsWith("  ")) {
                    var words = line.strip().split("\\s+", 2);
                    fields.put(words[0], FieldType.of(words[1], words[0]));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    fields = new LinkedHashMap<>();
                    messages.put(line.strip(), fields);
                }
            }
            return Map.copyOf(messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
