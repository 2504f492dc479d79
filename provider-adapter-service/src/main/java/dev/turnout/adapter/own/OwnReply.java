package dev.turnout.adapter.own;

import dev.turnout.adapter.attempt.CallAnswer;
import dev.turnout.adapter.attempt.OngoingReply;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.reply.ReplyPipe;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Plays an answer that is known beforehand into its pipe, as it is wanted. */
public final class OwnReply implements OngoingReply {

    private final Vertx vertx;
    private final ReplyPipe pipe;
    private final ProviderCall call;
    private final long gapMillis;

    private Iterator<ReplyFrame> frames = List.<ReplyFrame>of().iterator();
    private boolean resting;
    private boolean left;

    /**
     * A reply that has not begun.
     *
     * @param gapMillis between two events of a stream; 0 for none
     */
    public OwnReply(Vertx vertx, ReplyPipe pipe, ProviderCall call, long gapMillis) {
        this.vertx = vertx;
        this.pipe = pipe;
        this.call = call;
        this.gapMillis = gapMillis;
    }

    /** Answers with these events, the last of which is {@link ReplyEvent.Stopped}. */
    public void answer(List<ReplyEvent> events, boolean streamUsage) {
        var context = CallAnswer.context(call, streamUsage);
        var encoder = Dialects.client(call.dialect()).replyEncoder(call.stream(), context);
        var answer = new ArrayList<ReplyFrame>();
        answer.add(head(call.stream() ? "text/event-stream; charset=utf-8" : "application/json"));
        for (var event : events) {
            bytes(encoder, event).ifPresent(answer::add);
            if (event instanceof ReplyEvent.Stopped stopped) {
                answer.add(new ReplyFrame.End(stopped.usage(), stopped.reason(), null));
            }
        }
        play(answer);
    }

    /** Answers with a document that is no message. */
    public void answer(byte[] document) {
        play(
                List.of(
                        head("application/json"),
                        new ReplyFrame.Bytes(document, false),
                        new ReplyFrame.End(Usage.NONE, null, null)));
    }

    /** Fails. */
    public void fail(Problem problem) {
        play(List.of(new ReplyFrame.Failure(problem)));
    }

    private Optional<ReplyFrame> bytes(ReplyEncoder encoder, ReplyEvent event) {
        var out = new ByteArrayOutputStream();
        encoder.write(event, out);
        return out.size() == 0
                ? Optional.empty()
                : Optional.of(new ReplyFrame.Bytes(out.toByteArray(), call.stream()));
    }

    private static ReplyFrame head(String contentType) {
        return new ReplyFrame.Head(200, List.of(new Header("content-type", contentType)));
    }

    private void play(List<ReplyFrame> answer) {
        frames = answer.iterator();
        goOn();
    }

    private void goOn() {
        while (!left && !resting && frames.hasNext() && pipe.wantsMore()) {
            var frame = frames.next();
            // Before it is sent, since a subscriber that asks for more comes back here.
            resting =
                    gapMillis > 0
                            && frame instanceof ReplyFrame.Bytes(var bytes, var event)
                            && event;
            if (resting) {
                vertx.setTimer(gapMillis, rested -> rested());
            }
            pipe.send(frame);
        }
    }

    private void rested() {
        resting = false;
        goOn();
    }

    @Override
    public void resume() {
        goOn();
    }

    @Override
    public void cancel() {
        left = true;
    }
}
