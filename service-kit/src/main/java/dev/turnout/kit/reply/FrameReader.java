package dev.turnout.kit.reply;

import dev.turnout.contracts.provider.ReplyFrame;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Finds the frames in the chunks of a reply, wherever the network cut it. */
final class FrameReader implements Handler<Buffer> {

    /** Larger than any event; a peer that announces more is not one of ours. */
    private static final int MOST = 64 << 20;

    private final FrameCodec codec;
    private final Consumer<ReplyFrame> frames;
    private Buffer rest = Buffer.buffer();

    FrameReader(FrameCodec codec, Consumer<ReplyFrame> frames) {
        this.codec = codec;
        this.frames = frames;
    }

    /** Reads one chunk; {@link IllegalArgumentException} where it is no frame. */
    @Override
    public void handle(Buffer chunk) {
        var data = rest.length() == 0 ? chunk : rest.appendBuffer(chunk);
        int at = 0;
        while (data.length() - at >= FrameCodec.FRAME_HEADER) {
            int length = data.getInt(at + 1);
            if (length < 0 || length > MOST) {
                throw new IllegalArgumentException("no frame is " + length + " bytes long");
            }
            int end = at + FrameCodec.FRAME_HEADER + length;
            if (end > data.length()) {
                break;
            }
            var payload = data.getBytes(at + FrameCodec.FRAME_HEADER, end);
            frames.accept(codec.decode(data.getByte(at), payload));
            at = end;
        }
        rest = at == data.length() ? Buffer.buffer() : data.getBuffer(at, data.length());
    }
}
