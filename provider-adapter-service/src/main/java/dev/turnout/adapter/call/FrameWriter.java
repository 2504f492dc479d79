package dev.turnout.adapter.call;

import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.reply.FrameCodec;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes a reply's frames to the gateway, one after the other, as fast as it takes them. */
final class FrameWriter implements Flow.Subscriber<ReplyFrame> {

    private static final Logger LOG = Logger.getLogger(FrameWriter.class);

    private final FrameCodec codec;
    private final HttpServerResponse response;
    private Flow.@Nullable Subscription subscription;
    private boolean full;

    FrameWriter(FrameCodec codec, HttpServerResponse response) {
        this.codec = codec;
        this.response = response;
    }

    @Override
    public void onSubscribe(Flow.Subscription reply) {
        subscription = reply;
        response.setChunked(true).drainHandler(drained -> drained(reply));
        reply.request(1);
    }

    @Override
    public void onNext(ReplyFrame frame) {
        response.write(codec.encode(frame));
        full = response.writeQueueFull();
        if (subscription != null && !full) {
            subscription.request(1);
        }
    }

    /** Vert.x says so also of a queue that a single write filled and emptied. */
    private void drained(Flow.Subscription reply) {
        if (full) {
            full = false;
            reply.request(1);
        }
    }

    @Override
    public void onComplete() {
        response.end();
    }

    @Override
    public void onError(Throwable fault) {
        LOG.error("a reply failed by a fault of ours", fault);
        response.reset();
    }

    /** The gateway has left, or has all of the reply. */
    void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
