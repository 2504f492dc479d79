package dev.turnout.protocol.anthropic.relay;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer that is one JSON document rather than a stream, as far as it has come. */
final class AnthropicRelayDocument {

    /** Bytes that are kept to be read; the longest answers have some hundred thousand. */
    private static final int MAX_KEPT = 4 * 1024 * 1024;

    /** Bytes in which the first field is found, or else none is looked for any more. */
    private static final int BEGINNING = 4096;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean isAnswer;
    private boolean judged;
    private boolean tooLong;
    private boolean endsInBrace;

    void add(byte[] chunk) {
        tooLong |= kept.size() + chunk.length > MAX_KEPT;
        if (!tooLong) {
            kept.writeBytes(chunk);
        }
        int last = chunk.length - 1;
        while (last >= 0 && chunk[last] <= ' ' && chunk[last] >= 0) {
            last--;
        }
        endsInBrace = last < 0 ? endsInBrace : chunk[last] == '}';
    }

    /** All bytes so far; only their beginning where {@link #tooLong()}. */
    byte[] bytes() {
        return kept.toByteArray();
    }

    /** Whether it outgrew what is kept. It is relayed all the same, but tells no usage. */
    boolean tooLong() {
        return tooLong;
    }

    /** Whether it may end here; worth a look, and no more than that. */
    boolean endsInBrace() {
        return endsInBrace;
    }

    /** Whether it has begun as a JSON object that is not an error. */
    boolean isAnswer() {
        if (!judged) {
            isAnswer = beginsAnswer(bytes());
            judged = isAnswer || kept.size() >= BEGINNING;
        }
        return isAnswer;
    }

    private static boolean beginsAnswer(byte[] bytes) {
        int length = Math.min(bytes.length, BEGINNING);
        while (length > 0 && bytes[length - 1] < 0) {
            length--; // not to end within a character
        }
        try (var scan = JsonScan.of(bytes, 0, length)) {
            var type = typeOf(scan);
            return type != null && !type.equals("error");
        } catch (ProblemException tooShortOrNotJson) {
            return false;
        }
    }

    /**
     * The type of a message, event or error, by its first field, where all servers have it: empty
     * if something else stands there, null where the value is no object.
     */
    static @Nullable String typeOf(JsonScan scan) {
        if (!scan.enterObject()) {
            return null;
        }
        if (!scan.nextField()) {
            return "";
        }
        return switch (scan.name()) {
            case "type" -> scan.string();
            case "error" -> "error";
            default -> "";
        };
    }
}
