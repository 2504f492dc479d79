package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.responses.reply.ResponsesReplyDraft.Placed;
import dev.turnout.protocol.responses.wire.ResponsesErrors;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one response; nothing of it leaves before all of it is there. */
final class ResponsesReplyDocumentEncoder implements ReplyEncoder {

    private final AnswerContext context;
    private final ResponsesReplyDraft draft;

    /** The item that has ended last, while nothing has begun behind it. */
    private @Nullable Placed last;

    ResponsesReplyDocumentEncoder(AnswerContext context) {
        this.context = context;
        this.draft = new ResponsesReplyDraft(context);
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public void write(ReplyEvent event, ByteArrayOutputStream out) {
        switch (event) {
            case ReplyEvent.Started started -> draft.start(started);
            case ReplyEvent.BlockStarted(var block) -> start(block);
            case ReplyEvent.TextDelta(var text) -> draft.add(text);
            case ReplyEvent.ThinkingDelta(var text) -> draft.add(text);
            case ReplyEvent.InputDelta(var json) -> draft.add(json);
            case ReplyEvent.SignatureDelta(var signature) -> draft.sign(signature);
            case ReplyEvent.CarriedDelta carried -> {}
            case ReplyEvent.BlockStopped() -> stop();
            case ReplyEvent.Stopped stopped -> out.writeBytes(response(stopped));
            case ReplyEvent.Failed(var problem) ->
                    out.writeBytes(ResponsesErrors.body(problem, context.requestId()));
        }
    }

    private void start(ReplyBlock block) {
        last = null;
        draft.start(block);
        if (block instanceof ReplyBlock.WebSearchResult result) {
            if (!draft.hasBegun(result)) {
                draft.start(new ReplyBlock.ServerToolUse(result.toolUseId(), "web_search"));
                draft.search();
            }
            draft.found(result);
        }
    }

    private void stop() {
        draft.search();
        last = draft.stop();
    }

    private byte[] response(ReplyEvent.Stopped stopped) {
        if (last != null && ResponsesReplyDraft.isCut(stopped)) {
            draft.cut(last);
        }
        draft.giveUp();
        draft.refuse(stopped);
        var json = new JsonWriter();
        draft.writeEnded(json, stopped);
        return json.bytes();
    }
}
