package dev.turnout.kit.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The data hop on the wire. A request is the call as JSON, with its length before it (4 bytes, big
 * endian), then the body as it came. A reply is frames: one byte of type, 4 bytes of length, and as
 * many of payload (JSON, or the bytes themselves).
 */
@ApplicationScoped
public class FrameCodec {

    static final int FRAME_HEADER = 5;

    private static final byte HEAD = 1;
    private static final byte BYTES = 2;
    private static final byte BYTES_BETWEEN_EVENTS = 3;
    private static final byte END = 4;
    private static final byte FAILURE = 5;

    private final ObjectMapper json;

    @Inject
    public FrameCodec(ObjectMapper json) {
        this.json = json;
    }

    /** A call with its body; the body is not copied. */
    public Buffer encode(ProviderCall call, byte[] body) {
        var head = bytes(call);
        var length = Unpooled.buffer(4).writeInt(head.length);
        return Buffer.buffer(
                Unpooled.wrappedBuffer(
                        length, Unpooled.wrappedBuffer(head), Unpooled.wrappedBuffer(body)));
    }

    /** A call and its body, as {@link #encode(ProviderCall, byte[])} wrote them. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Call(ProviderCall call, byte[] body) {}

    /** Reads a whole request; {@link IllegalArgumentException} if it is none. */
    public Call decodeCall(Buffer request) {
        if (request.length() < 4 || request.getInt(0) < 0) {
            throw new IllegalArgumentException("a call begins with its length");
        }
        if (request.getInt(0) > request.length() - 4) {
            throw new IllegalArgumentException("the call is cut off");
        }
        int end = 4 + request.getInt(0);
        return new Call(
                read(request.getBytes(4, end), ProviderCall.class),
                request.getBytes(end, request.length()));
    }

    /** One frame. */
    public Buffer encode(ReplyFrame frame) {
        return switch (frame) {
            case ReplyFrame.Head head -> framed(HEAD, bytes(head));
            case ReplyFrame.Bytes(var payload, var between) ->
                    framed(between ? BYTES_BETWEEN_EVENTS : BYTES, payload);
            case ReplyFrame.End end -> framed(END, bytes(end));
            case ReplyFrame.Failure failure -> framed(FAILURE, bytes(failure));
        };
    }

    /** The frame of that type and payload; {@link IllegalArgumentException} if there is none. */
    ReplyFrame decode(byte type, byte[] payload) {
        return switch (type) {
            case HEAD -> read(payload, ReplyFrame.Head.class);
            case BYTES -> new ReplyFrame.Bytes(payload, false);
            case BYTES_BETWEEN_EVENTS -> new ReplyFrame.Bytes(payload, true);
            case END -> read(payload, ReplyFrame.End.class);
            case FAILURE -> read(payload, ReplyFrame.Failure.class);
            default -> throw new IllegalArgumentException("no frame has type " + type);
        };
    }

    private static Buffer framed(byte type, byte[] payload) {
        return Buffer.buffer(FRAME_HEADER + payload.length)
                .appendByte(type)
                .appendInt(payload.length)
                .appendBytes(payload);
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            T value = json.readValue(bytes, type);
            if (value == null) {
                throw new IllegalArgumentException("null is no " + type.getSimpleName());
            }
            return value;
        } catch (IOException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
    }
}
