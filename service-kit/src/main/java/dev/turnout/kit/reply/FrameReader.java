package dev.turnout.kit.reply;

import dev.turnout.contracts.provider.ReplyFrame;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Finds the frames in the chunks of a reply, wherever the network cut it. Each byte of a payload is
 * copied once, from its chunk to where the frame keeps it.
 */
final class FrameReader implements Handler<Buffer> {

    /** Larger than any event; a peer that announces more is not one of ours. */
    private static final int MOST = 64 << 20;

    private static final byte[] NOTHING = {};

    private final FrameCodec codec;
    private final Consumer<ReplyFrame> frames;
    private final ByteBuffer header = ByteBuffer.allocate(FrameCodec.FRAME_HEADER);
    private byte[] payload = NOTHING;
    private int filled;

    FrameReader(FrameCodec codec, Consumer<ReplyFrame> frames) {
        this.codec = codec;
        this.frames = frames;
    }

    /**
     * Reads one chunk; {@link IllegalArgumentException} where it is no frame, and then the chunks
     * behind it mean nothing either.
     */
    @Override
    public void handle(Buffer chunk) {
        int at = 0;
        while (at < chunk.length()) {
            if (header.hasRemaining()) {
                header.put(chunk.getByte(at++));
                if (!header.hasRemaining()) {
                    payload = announced(header.getInt(1));
                }
            } else {
                int count = Math.min(payload.length - filled, chunk.length() - at);
                chunk.getBytes(at, at + count, payload, filled);
                at += count;
                filled += count;
            }
            if (!header.hasRemaining() && filled == payload.length) {
                pass();
            }
        }
    }

    private static byte[] announced(int length) {
        if (length < 0 || length > MOST) {
            throw new IllegalArgumentException("no frame is " + length + " bytes long");
        }
        return new byte[length];
    }

    private void pass() {
        var whole = payload;
        header.clear();
        payload = NOTHING;
        filled = 0;
        frames.accept(codec.decode(header.get(0), whole));
    }
}
