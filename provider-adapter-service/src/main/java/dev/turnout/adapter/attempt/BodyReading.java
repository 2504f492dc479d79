package dev.turnout.adapter.attempt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Where a whole body is read: a big one away from the event loop, on which others wait. */
public final class BodyReading {

    /** In bytes; what is smaller is read in a few milliseconds. */
    private static final int BIG = 1 << 20;

    private BodyReading() {}

    /**
     * What {@code read} makes of the body, on the caller's event loop. Fails with whatever it
     * throws.
     */
    public static <T> Future<T> of(Vertx vertx, byte[] body, Supplier<T> read) {
        return body.length > BIG
                ? vertx.executeBlocking(read::get, false)
                : Future.future(made -> made.complete(read.get()));
    }
}
