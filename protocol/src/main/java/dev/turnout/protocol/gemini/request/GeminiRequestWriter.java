package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.WrittenSize;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes a conversation as the body of {@code generateContent}, each subject in a file of its own.
 * The model and whether a stream is wanted stand in the path.
 */
public final class GeminiRequestWriter {

    private GeminiRequestWriter() {}

    /** The request as the model upstream takes it, and what of the conversation it leaves out. */
    public static WrittenRequest write(Conversation conversation, Upstream upstream) {
        var draft =
                new GeminiDraft(
                        new JsonWriter(WrittenSize.of(conversation)),
                        upstream,
                        GeminiModel.of(upstream.model()),
                        new TreeSet<>(conversation.dropped()));
        var tools = GeminiToolsWriter.of(conversation, draft);
        var format = GeminiFormatWriter.of(conversation.format(), tools.anyFunction(), draft);
        var hints = new ArrayList<String>();
        format.hint().ifPresent(hints::add);

        draft.out().startObject();
        new GeminiContentsWriter(draft).write(conversation, hints);
        tools.write(draft.out());
        GeminiConfigWriter.write(conversation, format, draft);
        draft.out().endObject();

        dropWhoAsks(conversation, draft);
        return new WrittenRequest(draft.out().bytes(), List.copyOf(draft.dropped()));
    }

    /** Gemini has no place for either; its cache goes by what the prompt begins with. */
    private static void dropWhoAsks(Conversation conversation, GeminiDraft draft) {
        if (conversation.user() != null) {
            draft.drop("user");
        }
        if (conversation.session() != null) {
            draft.drop("session");
        }
    }
}
