package dev.turnout.protocol.chat.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Puts what a stream says, where text and several calls may interleave, into blocks one after the
 * other:
 *
 * <pre>
 *   said:    call a ── call b ── a ── text ── b ── b
 *   told:    a ─────────── a.stop │ b ──── b ── b.stop │ text …
 *            live                   held, then live      held, then live
 * </pre>
 *
 * The block that began first is told live. One behind it is held until the first is whole, or the
 * answer ends.
 */
final class ChatReplyBlocks {

    private final AnswerContext context;
    private final Consumer<ReplyEvent> events;

    /** Blocks that have begun and not been told to the end. */
    private final Deque<ChatReplyBlock> open = new ArrayDeque<>();

    private final ChatReplyCalls calls = new ChatReplyCalls();

    /** White space that a block would begin with, if more than that comes. */
    private String blank = "";

    private boolean blankThinking;

    ChatReplyBlocks(AnswerContext context, Consumer<ReplyEvent> events) {
        this.context = context;
        this.events = events;
    }

    void thinking(String text) {
        prose(true, text);
    }

    void text(String text) {
        prose(false, text);
    }

    void call(ChatReplyFragment fragment) {
        var call = calls.of(fragment);
        if (call == null) {
            call = calls.begin(fragment, context);
            open.add(call);
            blank = "";
        }
        call.add(fragment);
        advance();
    }

    /**
     * All has been said.
     *
     * @param cut whether the model would have said more
     */
    void end(boolean cut) {
        while (!open.isEmpty()) {
            var block = open.remove();
            block.tell(events);
            block.end(cut && open.isEmpty(), events);
        }
    }

    /** Whether a call has been told. */
    boolean anyCall() {
        return calls.anyTold();
    }

    private void prose(boolean thinking, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (open.peekLast() instanceof ChatReplyProse last && last.thinking() == thinking) {
            last.add(text);
        } else {
            blank = blankThinking == thinking ? blank + text : text;
            blankThinking = thinking;
            if (text.isBlank()) {
                return;
            }
            open.add(new ChatReplyProse(thinking, blank));
        }
        blank = "";
        advance();
    }

    private void advance() {
        var first = open.getFirst();
        first.tell(events);
        while (open.size() > 1 && first.isWhole()) {
            first.end(false, events);
            open.remove();
            first = open.getFirst();
            first.tell(events);
        }
    }
}
