package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.chat.wire.ChatStop;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReadAnswer;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import dev.turnout.protocol.translate.ReplyTeller;
import org.jspecify.annotations.Nullable;

/** An answer from its first chunk to its end, a completion being one of a single chunk. */
final class ChatReplyAnswer implements ReadAnswer {

    private static final String FILTERED = "The provider's content filter stopped the answer.";

    private final ChatUsage usage = new ChatUsage();
    private final ReplyTeller teller;
    private final ChatReplyBlocks blocks;
    private final boolean cumulative;
    private final ChatReplyGrowth thinking = new ChatReplyGrowth();
    private final ChatReplyGrowth text = new ChatReplyGrowth();

    private @Nullable String finishReason;
    private boolean refused;

    ChatReplyAnswer(AnswerContext context) {
        teller = new ReplyTeller(context, usage::usage);
        blocks = new ChatReplyBlocks(context, teller::say);
        cumulative = context.has(Quirk.CUMULATIVE_DELTAS);
    }

    @Override
    public ReplyTeller teller() {
        return teller;
    }

    @Override
    public void event(SseEvent event) {
        var chunk = ChatReplyChunk.read(event.bytes(), event.offset(), event.length(), usage);
        boolean error = chunk.isError() || event.name().equals("error");
        if (error || (chunk.isComplaint() && !finished())) {
            teller.fail(event.bytes(), event.offset(), event.length());
        } else {
            add(chunk);
        }
    }

    @Override
    public void document(byte[] json) {
        var completion = ChatReplyChunk.read(json, 0, json.length, usage);
        if (completion.isError() || !completion.hasChoices()) {
            teller.fail(json, 0, json.length);
        } else {
            add(completion);
            stop();
        }
    }

    @Override
    public void done() {
        stop();
    }

    /** A finish reason says that nothing follows; what does is usage, or {@code [DONE]}. */
    @Override
    public boolean finished() {
        return teller.over() || finishReason != null;
    }

    /** Without a finish reason the model has stopped of itself. */
    @Override
    public void stop() {
        if (teller.over()) {
            return;
        }
        var word = finishReason == null ? "" : finishReason;
        blocks.end(isLimit(ChatStop.reason(word, false)));
        var reason = refused ? Stopped.REFUSAL : ChatStop.reason(word, blocks.anyCall());
        boolean filtered = reason.equals(Stopped.REFUSAL) && !refused;
        teller.stop(reason, null, filtered ? FILTERED : null);
    }

    private void add(ChatReplyChunk chunk) {
        teller.named(chunk.id(), chunk.model());
        var choice = chunk.choice();
        if (choice == null || teller.over()) {
            return;
        }
        var thought = choice.thinking();
        var said = choice.text();
        blocks.thinking(
                cumulative ? thinking.next(thought) : thought,
                choice.thinksInContent(),
                choice.details());
        blocks.text(cumulative ? text.next(said) : said);
        blocks.text(choice.refusal());
        refused |= !choice.refusal().isEmpty();
        choice.calls().forEach(blocks::call);
        var reason = choice.finishReason();
        if (reason != null) {
            finish(reason);
        }
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
