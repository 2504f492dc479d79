package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.chat.wire.ChatErrors;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.json.JsonScan;
import org.jspecify.annotations.Nullable;

/** What one chunk of a stream, or a whole completion, says. */
final class ChatReplyChunk {

    private @Nullable String id;
    private @Nullable String model;
    private @Nullable ChatReplyChoice choice;
    private boolean choices;
    private boolean error;

    /** An error's field that stands without an error around it, as in FastAPI's. */
    private boolean complaint;

    private ChatReplyChunk() {}

    /**
     * Reads it in one pass; {@link ProblemException} where it is no JSON object.
     *
     * @param usage takes in all that is said of tokens, wherever it stands
     */
    static ChatReplyChunk read(byte[] json, int offset, int length, ChatUsage usage) {
        var chunk = new ChatReplyChunk();
        try (var scan = JsonScan.of(json, offset, length)) {
            chunk.read(scan, json, usage);
            scan.finish();
        }
        return chunk;
    }

    /** The provider's id of the answer; null where it gives none. */
    @Nullable String id() {
        return id;
    }

    /** The provider's name of the model; null where it gives none. */
    @Nullable String model() {
        return model;
    }

    /** The first choice: others are asked for by nobody. Null where it says nothing of it. */
    @Nullable ChatReplyChoice choice() {
        return choice;
    }

    boolean hasChoices() {
        return choices;
    }

    /** Whether it says in so many words that the answer failed. */
    boolean isError() {
        return error;
    }

    /**
     * Whether it is something else than a part of an answer, which mostly says why there is none.
     */
    boolean isComplaint() {
        return complaint && !choices;
    }

    private void read(JsonScan scan, byte[] json, ChatUsage usage) {
        if (!scan.enterObject()) {
            complaint = true;
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "id" -> id = given(scan);
                case "model" -> model = given(scan);
                case "choices" -> choices(scan, json, usage);
                case "usage" -> usage.read(scan);
                case "x_groq" -> groq(scan, usage);
                case "error" -> error |= scan.isObject() || !scan.string().isEmpty();
                case "object" -> error |= scan.is("error");
                case "base_resp" -> error |= ChatErrors.isBaseRespError(scan);
                case "detail", "message" -> complaint = true;
                default -> {}
            }
        }
    }

    private void choices(JsonScan scan, byte[] json, ChatUsage usage) {
        if (!scan.enterArray()) {
            return;
        }
        choices = true;
        while (scan.nextElement()) {
            var next = ChatReplyChoice.read(scan, json, usage);
            if (next.isFirst()) {
                choice = next;
            }
        }
    }

    private static void groq(JsonScan scan, ChatUsage usage) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("usage")) {
                    usage.read(scan);
                }
            }
        }
    }

    private static @Nullable String given(JsonScan scan) {
        var text = scan.string();
        return text.isEmpty() ? null : text;
    }
}
