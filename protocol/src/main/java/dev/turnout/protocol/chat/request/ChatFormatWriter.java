package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.translate.Upstream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of the answer, as {@code response_format}. */
final class ChatFormatWriter {

    private ChatFormatWriter() {}

    /** What the system text says of it, for servers that take no schema. */
    static Optional<String> hint(@Nullable AnswerFormat format, Upstream upstream) {
        if (format == null || format.schema() == null || !upstream.has(Quirk.JSON_OBJECT_ONLY)) {
            return Optional.empty();
        }
        return Optional.of(
                "Answer with one JSON object and nothing else. It fits this JSON Schema:\n"
                        + format.schema());
    }

    static void write(@Nullable AnswerFormat format, ChatDraft draft) {
        if (format == null) {
            return;
        }
        var out = draft.out();
        out.name("response_format").startObject();
        if (format.schema() == null || draft.has(Quirk.JSON_OBJECT_ONLY)) {
            out.field("type", "json_object");
        } else {
            out.field("type", "json_schema").name("json_schema").startObject();
            out.field("name", "output").name("schema").raw(format.schema());
            out.field("strict", true).endObject();
        }
        out.endObject();
    }
}
