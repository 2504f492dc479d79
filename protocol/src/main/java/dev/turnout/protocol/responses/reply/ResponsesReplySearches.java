package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The searches of an answer whose hits are not known yet. OpenAI names its sources where it was
 * asked to; else only those that the message cites.
 */
final class ResponsesReplySearches {

    private final Deque<String> open = new ArrayDeque<>(0);

    /**
     * @param toolUseId with which the search was told
     */
    void begun(String toolUseId) {
        open.add(toolUseId);
    }

    /** A message has cited these, which one search has found, nobody says which. */
    void cited(List<Hit> hits, Consumer<ReplyEvent> events) {
        if (!hits.isEmpty() && !open.isEmpty()) {
            result(open.remove(), hits, null, events);
        }
    }

    /** Nothing is cited any more. */
    void end(Consumer<ReplyEvent> events) {
        while (!open.isEmpty()) {
            result(open.remove(), List.of(), null, events);
        }
    }

    static void result(
            String toolUseId,
            List<Hit> hits,
            @Nullable String errorCode,
            Consumer<ReplyEvent> events) {
        events.accept(
                new ReplyEvent.BlockStarted(
                        new ReplyBlock.WebSearchResult(toolUseId, hits, errorCode)));
        events.accept(new ReplyEvent.BlockStopped());
    }
}
