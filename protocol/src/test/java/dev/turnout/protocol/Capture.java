package dev.turnout.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.HeaderLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request recorded from a real client, mostly Claude Code 2.1.330; long texts are cut.
 *
 * @param body as it stands in the file, indented
 */
@SuppressWarnings("ArrayRecordComponent")
public record Capture(String name, JsonNode recorded, byte[] body) {

    private static final String FOLDER = "captures";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Capture of(String name) {
        var file = Resources.bytes(FOLDER + "/" + name + ".json");
        try {
            return new Capture(name, JSON.readTree(file), bodyOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of all captures there are. */
    public static List<String> names() {
        return Resources.names(FOLDER).stream()
                .filter(file -> file.endsWith(".json"))
                .map(file -> file.substring(0, file.length() - ".json".length()))
                .toList();
    }

    public Operation operation() {
        return recorded.get("path").asText().contains("/count_tokens")
                ? Operation.COUNT_TOKENS
                : Operation.GENERATE;
    }

    public @Nullable String header(String name) {
        var value = recorded.get("headers").get(name);
        return value == null ? null : value.asText();
    }

    public HeaderLookup headers() {
        return this::header;
    }

    /** The headers of a client whose user has not switched hints on. */
    public HeaderLookup headersWithoutHints() {
        return name ->
                name.equals("x-claude-code-request-class")
                                || name.equals("x-claude-code-agent-type")
                        ? null
                        : header(name);
    }

    private static byte[] bodyOf(byte[] file) {
        try (var scan = JsonScan.of(file)) {
            scan.enterObject();
            while (scan.nextField()) {
                if (scan.name().equals("body")) {
                    var span = scan.span();
                    return Arrays.copyOfRange(file, span.offset(), span.end());
                }
            }
            throw new IllegalArgumentException("a capture has a body");
        }
    }
}
