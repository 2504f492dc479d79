package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    /**
     * @param inContent whether it stands where servers take it back
     * @param details what else of it they want back
     */
    void thinking(String text, boolean inContent, List<ChatReplyDetail> details) {
        prose(true, text);
        if (!details.isEmpty()) {
            thought().add(details, context.has(Quirk.CUMULATIVE_DELTAS));
        } else if (inContent && open.peekLast() instanceof ChatReplyProse last && last.thinking()) {
            last.carried().text();
        }
    }

    void text(String text) {
        prose(false, text);
    }

    void call(ChatReplyFragment fragment) {
        var call = calls.of(fragment);
        if (call == null) {
            call = calls.begin(fragment, context);
            if (fragment.google() != null) {
                thought().google(fragment.google());
            }
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

    /** What is wanted back of the last thought; of one without words, where there is none. */
    private ChatReplyCarried thought() {
        if (open.peekLast() instanceof ChatReplyProse last && last.thinking()) {
            return last.carried();
        }
        var silent = new ChatReplyProse(true, blankThinking ? blank : "");
        blank = "";
        open.add(silent);
        return silent.carried();
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
