package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Fingerprint;
import dev.turnout.protocol.conversation.WrittenSize;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a conversation as a Responses request of which the provider keeps nothing, each subject in
 * a file of its own.
 */
public final class ResponsesRequestWriter {

    private static final int MAX_KEY = 64;

    private ResponsesRequestWriter() {}

    /** The request as the model upstream takes it, and what of the conversation it leaves out. */
    public static WrittenRequest write(Conversation conversation, Upstream upstream) {
        var draft =
                new ResponsesDraft(
                        new JsonWriter(WrittenSize.of(conversation)),
                        upstream,
                        GptModel.of(upstream),
                        new TreeSet<>(conversation.dropped()));
        var out = draft.out();
        out.startObject().field("model", upstream.model());
        new ResponsesInputWriter(draft).write(conversation);
        new ResponsesToolsWriter(draft).write(conversation);
        ResponsesSamplingWriter.write(conversation.sampling(), draft);
        ResponsesReasoningWriter.write(conversation, draft);
        format(conversation.format(), out);
        user(conversation, out);
        out.field("store", false);
        if (conversation.stream()) {
            out.field("stream", true);
        }
        out.endObject();
        return new WrittenRequest(out.bytes(), List.copyOf(draft.dropped()));
    }

    private static void format(@Nullable AnswerFormat format, JsonWriter out) {
        if (format == null) {
            return;
        }
        out.name("text").startObject().name("format").startObject();
        if (format.schema() == null) {
            out.field("type", "json_object");
        } else {
            out.field("type", "json_schema").field("name", "output");
            out.name("schema").raw(format.schema());
            out.field("strict", StrictSchema.is(format.schema()));
        }
        out.endObject().endObject();
    }

    private static void user(Conversation conversation, JsonWriter out) {
        var session = conversation.session();
        if (session != null) {
            boolean fits = session.length() <= MAX_KEY;
            out.field("prompt_cache_key", fits ? session : Fingerprint.of(session));
        }
        var user = conversation.user();
        if (user != null) {
            out.field("safety_identifier", Fingerprint.of(user));
        }
    }
}
