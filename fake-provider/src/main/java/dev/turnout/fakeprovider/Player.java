package dev.turnout.fakeprovider;

import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Iterator;

/**
 * Plays one tape to one client: each chunk when the one before has gone out and the gap is over.
 */
final class Player {

    /** A reset overtakes what its peer has not read yet; so long one may take to read. */
    private static final long BEFORE_A_RESET_MILLIS = 100;

    private final Vertx vertx;
    private final ReceivedRequest request;
    private final HttpServerResponse response;
    private final Runnable reset;
    private boolean left;

    Player(Vertx vertx, ReceivedRequest request, HttpServerResponse response, Runnable reset) {
        this.vertx = vertx;
        this.request = request;
        this.response = response;
        this.reset = reset;
        response.closeHandler(
                closed -> {
                    if (!response.ended()) {
                        left = true;
                        request.markClientLeft();
                    }
                });
    }

    /** Makes the close of this connection a reset: its peer reads an error, not an end. */
    static Runnable resetOf(HttpConnection connection) {
        return () -> {
            // Vert.x offers lingering only for all connections of a server at once.
            var channel = ((ConnectionBase) connection).channel();
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        };
    }

    void play(Tape tape) {
        long silence = tape.silence().toMillis();
        if (silence == 0) {
            begin(tape);
        } else {
            vertx.setTimer(silence, over -> begin(tape));
        }
    }

    private void begin(Tape tape) {
        if (left) {
            return;
        }
        var head = tape.head();
        if (head != null) {
            response.setStatusCode(head.status());
            head.headers().forEach(header -> response.headers().add(header.name(), header.value()));
            if (tape.finish() == Tape.Finish.END && tape.chunks().size() == 1) {
                var body = tape.chunks().getFirst();
                request.wrote(body);
                response.end(Buffer.buffer(body)).onSuccess(done -> request.markAnswered());
                return;
            }
            response.setChunked(true);
            // Sends the head even if no chunk follows.
            response.write(Buffer.buffer());
        }
        next(tape, tape.chunks().iterator());
    }

    private void next(Tape tape, Iterator<byte[]> chunks) {
        if (left) {
            return;
        }
        if (!chunks.hasNext()) {
            finish(tape.finish());
            return;
        }
        var chunk = chunks.next();
        request.wrote(chunk);
        response.write(Buffer.buffer(chunk))
                .onSuccess(
                        written -> {
                            long gap = chunks.hasNext() ? tape.gap().toMillis() : 0;
                            if (gap == 0) {
                                next(tape, chunks);
                            } else {
                                vertx.setTimer(gap, timer -> next(tape, chunks));
                            }
                        });
    }

    private void finish(Tape.Finish finish) {
        switch (finish) {
            case END -> response.end().onSuccess(done -> request.markAnswered());
            case RESET ->
                    vertx.setTimer(
                            BEFORE_A_RESET_MILLIS,
                            sent -> {
                                request.markAnswered();
                                reset.run();
                            });
            case SILENCE -> {
                // The answer never ends.
            }
        }
    }
}
