package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;

/** To be written. */
public final class GeminiRequestWriter {

    private GeminiRequestWriter() {}

    public static WrittenRequest write(Conversation conversation, Upstream upstream) {
        throw new UnsupportedOperationException("not written yet");
    }
}
