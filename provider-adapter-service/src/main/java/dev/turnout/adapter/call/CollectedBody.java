package dev.turnout.adapter.call;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** A request's body in the chunks in which it came, joined but not copied. */
final class CollectedBody implements Handler<Buffer> {

    private final int largest;
    private final List<ByteBuf> chunks = new ArrayList<>();
    private long size;

    /**
     * An empty body.
     *
     * @param largest number of bytes that are kept
     */
    CollectedBody(int largest) {
        this.largest = largest;
    }

    @Override
    public void handle(Buffer chunk) {
        size += chunk.length();
        if (isTooLarge()) {
            chunks.clear();
        } else {
            chunks.add(chunk.getByteBuf());
        }
    }

    /** Whether more has come than is kept; then nothing is. */
    boolean isTooLarge() {
        return size > largest;
    }

    /** All that has come, given away: this body is empty then. */
    Buffer take() {
        // With fewer components allowed than there are, Netty would copy them into one.
        var whole =
                Unpooled.wrappedBuffer(Math.max(1, chunks.size()), chunks.toArray(ByteBuf[]::new));
        chunks.clear();
        return Buffer.buffer(whole);
    }
}
