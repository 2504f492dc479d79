package dev.turnout.kit.reply;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** One request and its response, which may be hung up on at any time; on one event loop. */
public final class Line {

    private final Vertx vertx;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private boolean whole;

    public Line(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The request is about to be sent. */
    public void sent(HttpClientRequest opened) {
        request = opened;
    }

    /**
     * The response has come.
     *
     * @param end runs when all of it has been delivered, after a {@link #hangUp} too
     */
    public void answered(HttpClientResponse come, Runnable end) {
        response = come;
        come.endHandler(
                ended -> {
                    whole = true;
                    end.run();
                });
    }

    /** Lets the response flow again after a pause, if it has come. */
    public void resume() {
        if (response != null) {
            response.resume();
        }
    }

    /**
     * Closes the connection, unless the response has ended: then the connection may carry another's
     * request, and Vert.x would close it all the same. Whether it has ended shows only when nothing
     * is paused, so what was held back is let go first: the response's handlers still get it.
     */
    public void hangUp() {
        var left = request;
        if (left == null || whole) {
            return;
        }
        if (response == null) {
            left.reset();
            return;
        }
        response.resume();
        vertx.runOnContext(
                drained -> {
                    if (!whole) {
                        left.reset();
                    }
                });
    }
}
