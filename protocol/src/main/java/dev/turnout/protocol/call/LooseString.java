package dev.turnout.protocol.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import org.jspecify.annotations.Nullable;

/** A JSON string that holds what should stand in its place. */
final class LooseString {

    private LooseString() {}

    /** What the string says; null where the text is none. */
    static @Nullable String of(String text) {
        if (!text.strip().startsWith("\"")) {
            return null;
        }
        try (var scan = JsonScan.of(text.getBytes(UTF_8))) {
            var said = scan.stringOrNull();
            scan.finish();
            return said;
        } catch (ProblemException notJson) {
            return null;
        }
    }
}
