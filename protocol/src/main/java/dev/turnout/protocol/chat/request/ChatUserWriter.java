package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Fingerprint;

/** Who asks, and in which session. Strict servers refuse both fields. */
final class ChatUserWriter {

    private static final int MAX_KEY = 64;

    private ChatUserWriter() {}

    static void write(Conversation conversation, ChatDraft draft) {
        boolean known = draft.has(Quirk.PROMPT_CACHE_KEY);
        var session = conversation.session();
        if (session != null && known) {
            boolean fits = session.length() <= MAX_KEY;
            draft.out().field("prompt_cache_key", fits ? session : Fingerprint.of(session));
        } else if (session != null) {
            draft.drop("session");
        }
        var user = conversation.user();
        if (user != null && known) {
            draft.out().field("safety_identifier", Fingerprint.of(user));
        } else if (user != null) {
            draft.drop("user");
        }
    }
}
