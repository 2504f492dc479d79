package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.WrittenSize;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes a conversation as a Chat Completions request, each subject in a file of its own. */
public final class ChatRequestWriter {

    private ChatRequestWriter() {}

    /** The request as the model upstream takes it, and what of the conversation it leaves out. */
    public static WrittenRequest write(Conversation conversation, Upstream upstream) {
        var draft =
                new ChatDraft(
                        new JsonWriter(WrittenSize.of(conversation)),
                        upstream,
                        new ChatCallIds(upstream),
                        new TreeSet<>(conversation.dropped()));
        var functions = ChatToolsWriter.functions(conversation.tools(), draft);
        var choice = ChatToolChoiceWriter.of(conversation, functions, draft);
        var hints = new ArrayList<String>();
        choice.hint().ifPresent(hints::add);
        ChatFormatWriter.hint(conversation.format(), upstream).ifPresent(hints::add);

        var out = draft.out();
        out.startObject().field("model", upstream.model());
        new ChatMessagesWriter(draft, ChatReasoningWriter.echoed(conversation, upstream))
                .write(conversation, hints);
        if (choice.givesTools()) {
            ChatToolsWriter.check(functions, upstream);
            ChatToolsWriter.write(functions, draft);
        }
        choice.write(out);
        ChatSamplingWriter.write(conversation.sampling(), draft);
        ChatReasoningWriter.write(
                conversation.reasoning(), choice.givesTools() && !functions.isEmpty(), draft);
        ChatFormatWriter.write(conversation.format(), draft);
        ChatUserWriter.write(conversation, draft);
        if (conversation.stream()) {
            stream(draft);
        }
        out.endObject();
        return new WrittenRequest(out.bytes(), List.copyOf(draft.dropped()));
    }

    private static void stream(ChatDraft draft) {
        draft.out().field("stream", true);
        if (!draft.has(Quirk.NO_STREAM_OPTIONS)) {
            draft.out().name("stream_options").startObject();
            draft.out().field("include_usage", true).endObject();
        }
    }
}
