package dev.turnout.protocol.gemini.reply;

import dev.turnout.protocol.gemini.wire.GeminiStop;
import dev.turnout.protocol.gemini.wire.GeminiUsage;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReadAnswer;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import dev.turnout.protocol.translate.ReplyTeller;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** An answer from its first chunk to its end, a document being one of a single chunk. */
final class GeminiReplyAnswer implements ReadAnswer {

    private final GeminiUsage usage = new GeminiUsage();
    private final ReplyTeller teller;
    private final GeminiReplyBlocks blocks;

    private GeminiGrounding grounding = GeminiGrounding.NONE;
    private boolean groundingTold;
    private @Nullable String finishReason;
    private String finishMessage = "";
    private @Nullable String blockReason;

    GeminiReplyAnswer(AnswerContext context) {
        teller = new ReplyTeller(context, usage::usage);
        blocks = new GeminiReplyBlocks(context, teller::say);
    }

    @Override
    public ReplyTeller teller() {
        return teller;
    }

    @Override
    public void event(SseEvent event) {
        read(event.bytes(), event.offset(), event.length());
    }

    @Override
    public void document(byte[] json) {
        boolean answer = read(json, 0, json.length);
        if (!answer && !teller.over()) {
            teller.fail(json, 0, json.length);
        }
        stop();
    }

    /** Gemini itself says no such thing; a server in front of it may. */
    @Override
    public void done() {
        stop();
    }

    @Override
    public boolean finished() {
        return teller.over() || finishReason != null || blockReason != null;
    }

    @Override
    public void stop() {
        if (teller.over()) {
            return;
        }
        tellGrounding();
        blocks.end();
        var word = finishReason == null ? "" : finishReason;
        boolean blocked = finishReason == null && blockReason != null;
        var reason = blocked ? Stopped.REFUSAL : GeminiStop.reason(word, blocks.anyCall());
        boolean refused = reason.equals(Stopped.REFUSAL);
        teller.stop(reason, null, refused ? explanation(blocked) : null);
    }

    /**
     * Takes in a chunk, or an array of them, as streams are without {@code alt=sse}.
     *
     * @return whether there is anything of an answer in it
     */
    private boolean read(byte[] json, int offset, int length) {
        boolean answer = false;
        var chunks = new ArrayList<GeminiReplyChunk>(1);
        try (var scan = JsonScan.of(json, offset, length)) {
            if (scan.enterArray()) {
                while (scan.nextElement()) {
                    chunks.add(GeminiReplyChunk.read(scan, usage));
                }
            } else {
                chunks.add(GeminiReplyChunk.read(scan, usage));
            }
            scan.finish();
        }
        for (var chunk : chunks) {
            answer |= chunk.isAnswer();
            if (chunk.isError()) {
                teller.fail(json, offset, length);
            } else {
                add(chunk);
            }
        }
        return answer;
    }

    private void add(GeminiReplyChunk chunk) {
        teller.named(chunk.id(), chunk.model());
        if (teller.over()) {
            return;
        }
        grounding = grounding.and(chunk.grounding());
        usage.searched(grounding.queries().size());
        var finish = chunk.finishReason();
        if (finish != null && !blocks.any()) {
            tellGrounding(); // all is there: the search comes before what rests on it
        }
        chunk.parts().forEach(blocks::add);
        blockReason = chunk.blockReason() == null ? blockReason : chunk.blockReason();
        if (finish != null) {
            finish(finish, chunk.finishMessage());
        }
    }

    private void finish(String reason, String message) {
        finishReason = reason;
        finishMessage = message;
        var failure = GeminiStop.failure(reason);
        if (failure != null) {
            var said = message.isBlank() ? "." : ": " + message.strip();
            var end = said.endsWith(".") ? " Try again." : ". Try again.";
            teller.fail(failure, "ended its answer with finishReason " + reason + said + end);
        }
    }

    private void tellGrounding() {
        if (!groundingTold && !grounding.isNothing()) {
            groundingTold = true;
            blocks.searched(grounding);
        }
    }

    private String explanation(boolean blocked) {
        if (blocked) {
            return "The provider blocked the prompt (" + blockReason + ").";
        }
        return finishMessage.isBlank()
                ? "The provider's content filter stopped the answer (" + finishReason + ")."
                : finishMessage;
    }
}
