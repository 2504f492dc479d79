package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.chat.wire.ChatStop;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import dev.turnout.protocol.translate.ReplyTeller;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer from its first chunk to its end, a completion being one of a single chunk. */
final class ChatReplyAnswer {

    private static final String FILTERED = "The provider's content filter stopped the answer.";

    private final ReplyTeller teller;
    private final ChatReplyBlocks blocks;

    private @Nullable String finishReason;
    private boolean refused;

    /**
     * @param usage of the answer, as far as it has been told
     */
    ChatReplyAnswer(AnswerContext context, ChatUsage usage) {
        teller = new ReplyTeller(context, usage::usage);
        blocks = new ChatReplyBlocks(context, teller::say);
    }

    /** Who is told from now on. */
    void tell(Consumer<ReplyEvent> listener) {
        teller.tell(listener);
    }

    void add(ChatReplyChunk chunk) {
        teller.named(chunk.id(), chunk.model());
        var choice = chunk.choice();
        if (choice == null || teller.over()) {
            return;
        }
        blocks.thinking(choice.thinking());
        blocks.text(choice.text());
        blocks.text(choice.refusal());
        refused |= !choice.refusal().isEmpty();
        choice.calls().forEach(blocks::call);
        var reason = choice.finishReason();
        if (reason != null) {
            finish(reason);
        }
    }

    /**
     * Whether no content comes any more. A finish reason says so: what follows it is usage, or
     * {@code [DONE]}, or a connection that stays open for nothing.
     */
    boolean finished() {
        return teller.over() || finishReason != null;
    }

    /** Nothing follows. Without a finish reason the model has stopped of itself. */
    void stop() {
        if (teller.over()) {
            return;
        }
        var word = finishReason == null ? "" : finishReason;
        blocks.end(isLimit(ChatStop.reason(word, false)));
        var reason = refused ? Stopped.REFUSAL : ChatStop.reason(word, blocks.anyCall());
        boolean filtered = reason.equals(Stopped.REFUSAL) && !refused;
        teller.stop(reason, null, filtered ? FILTERED : null);
    }

    /** The provider sent an error. */
    void fail(byte[] error, int offset, int length) {
        teller.fail(error, offset, length);
    }

    /**
     * The provider sent what is no answer.
     *
     * @param how goes on from the target's name
     */
    void fail(String how) {
        teller.fail(ProblemCode.PROVIDER_FAILED, how);
    }

    private void finish(String reason) {
        finishReason = reason;
        var failure = ChatStop.failure(reason);
        if (failure != null) {
            teller.fail(failure, "ended its answer with finish_reason " + reason + ". Try again.");
        }
    }

    private static boolean isLimit(String reason) {
        return reason.equals("max_tokens") || reason.equals("model_context_window_exceeded");
    }
}
