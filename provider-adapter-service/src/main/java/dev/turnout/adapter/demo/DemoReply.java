package dev.turnout.adapter.demo;

import dev.turnout.adapter.attempt.OngoingReply;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.reply.ReplyPipe;
import dev.turnout.protocol.peek.TokenEstimate;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Plays the demo's answer into its pipe, as fast as a model would and as it is wanted. */
public final class DemoReply implements OngoingReply {

    /** Between two words: about as a quick model writes. */
    public static final long USUAL_GAP_MILLIS = 20;

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
     * @param gapMillis between two events of a stream; at least 1
     */
    public DemoReply(Vertx vertx, ReplyPipe pipe, ProviderCall call, long gapMillis) {
        this.vertx = vertx;
        this.pipe = pipe;
        this.call = call;
        this.gapMillis = gapMillis;
    }

    /** Answers the body, of which nothing but the size matters. */
    public void begin(byte[] body) {
        long promptTokens = new TokenEstimate(body.length).tokens();
        frames =
                switch (call.operation()) {
                    case GENERATE -> answer(new DemoAnswer(call.target().model(), promptTokens));
                    case COUNT_TOKENS -> count(promptTokens);
                };
        play();
    }

    private Iterator<ReplyFrame> answer(DemoAnswer answer) {
        var end = new ReplyFrame.End(answer.usage(), DemoAnswer.STOP_REASON, null);
        if (!call.stream()) {
            return List.of(
                            head("application/json"),
                            new ReplyFrame.Bytes(answer.message(), false),
                            end)
                    .iterator();
        }
        var stream = new ArrayList<ReplyFrame>();
        stream.add(head("text/event-stream; charset=utf-8"));
        answer.events().forEach(event -> stream.add(new ReplyFrame.Bytes(event, true)));
        stream.add(end);
        return stream.iterator();
    }

    private static Iterator<ReplyFrame> count(long tokens) {
        var body = "{\"input_tokens\":" + tokens + "}";
        return List.of(
                        head("application/json"),
                        new ReplyFrame.Bytes(body.getBytes(StandardCharsets.UTF_8), false),
                        new ReplyFrame.End(Usage.NONE, null, null))
                .iterator();
    }

    private static ReplyFrame head(String contentType) {
        return new ReplyFrame.Head(200, List.of(new Header("content-type", contentType)));
    }

    private void play() {
        while (!left && !resting && frames.hasNext() && pipe.wantsMore()) {
            var frame = frames.next();
            // Before it is sent, since a subscriber that asks for more comes back here.
            resting = frame instanceof ReplyFrame.Bytes(var bytes, var event) && event;
            if (resting) {
                vertx.setTimer(gapMillis, rested -> goOn());
            }
            pipe.send(frame);
        }
    }

    private void goOn() {
        resting = false;
        play();
    }

    @Override
    public void resume() {
        play();
    }

    @Override
    public void cancel() {
        left = true;
    }
}
