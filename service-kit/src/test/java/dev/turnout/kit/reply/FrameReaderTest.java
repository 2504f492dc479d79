package dev.turnout.kit.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.JsonAsInQuarkus;
import io.vertx.core.buffer.Buffer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    /** Every kind of frame, and bytes that are empty or look like frames themselves. */
    private static final List<ReplyFrame> FRAMES =
            List.of(
                    new ReplyFrame.Head(
                            200, List.of(new Header("content-type", "text/event-stream"))),
                    new ReplyFrame.Bytes("event: ping\n\n".getBytes(UTF_8), true),
                    new ReplyFrame.Bytes(new byte[0], false),
                    new ReplyFrame.Bytes(new byte[] {2, 0, 0, 0, 1, 4}, false),
                    new ReplyFrame.Bytes(Calls.bytes(300), false),
                    new ReplyFrame.Failure(Problem.of(ProblemCode.PROVIDER_OVERLOADED, "ü", 3)),
                    new ReplyFrame.End(new Usage(1, 2, 3, 4, 5, true), null, "req_vendor"),
                    new ReplyFrame.Bytes(new byte[0], true));

    private final FrameCodec codec = new FrameCodec(JsonAsInQuarkus.mapper());
    private final List<ReplyFrame> read = new ArrayList<>();
    private final FrameReader reader = new FrameReader(codec, read::add);

    private Buffer wire(List<ReplyFrame> frames) {
        var wire = Buffer.buffer();
        frames.forEach(frame -> wire.appendBuffer(codec.encode(frame)));
        return wire;
    }

    @Test
    void framesComeBackAsTheyWent() {
        reader.handle(wire(FRAMES));

        assertThat(read).usingRecursiveComparison().isEqualTo(FRAMES);
    }

    @Test
    void itDoesNotMatterWhereTheNetworkCuts() {
        var wire = wire(FRAMES);
        for (int cut = 0; cut <= wire.length(); cut++) {
            read.clear();
            var fresh = new FrameReader(codec, read::add);

            fresh.handle(wire.getBuffer(0, cut));
            fresh.handle(wire.getBuffer(cut, wire.length()));

            assertThat(wire(read)).isEqualTo(wire);
        }
    }

    @Test
    void byteByByteIsTheSame() {
        var wire = wire(FRAMES);
        for (int at = 0; at < wire.length(); at++) {
            reader.handle(wire.getBuffer(at, at + 1));
        }

        assertThat(wire(read)).isEqualTo(wire);
    }

    @Test
    void aFrameIsPassedOnWithItsLastByte() {
        var frame = codec.encode(FRAMES.get(0));

        reader.handle(frame.getBuffer(0, frame.length() - 1));
        assertThat(read).isEmpty();

        reader.handle(frame.getBuffer(frame.length() - 1, frame.length()));
        assertThat(read).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 6, -1, 'H'})
    void anUnknownTypeIsRefused(byte type) {
        var wire = Buffer.buffer().appendByte(type).appendInt(1).appendByte((byte) 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.handle(wire))
                .withMessageContaining("no frame has type " + type);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, (64 << 20) + 1, Integer.MAX_VALUE})
    void aLengthThatCannotBeIsRefusedAtOnce(int length) {
        var wire = Buffer.buffer().appendByte((byte) 2).appendInt(length);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.handle(wire))
                .withMessageContaining("no frame is " + length + " bytes long");
    }

    @Test
    void theAnswerOfAnotherServerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.handle(Buffer.buffer("<html><body>It works!</body>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "{\"frame\":\"failure\"}", "[]"})
    void aPayloadThatIsNotOfItsTypeIsRefused(String json) {
        var wire = Buffer.buffer().appendByte((byte) 1).appendInt(json.length()).appendString(json);

        assertThatIllegalArgumentException().isThrownBy(() -> reader.handle(wire));
    }

    /**
     * What is copied must not grow with the square of a frame's size: so count what is allocated.
     */
    @Test
    void aLargeFrameInSmallChunksIsCopiedOnce() {
        int size = 8 << 20;
        var wire = codec.encode(new ReplyFrame.Bytes(Calls.bytes(size), false));
        var chunks = new ArrayList<Buffer>();
        for (int at = 0; at < wire.length(); at += 4_096) {
            chunks.add(wire.slice(at, Math.min(wire.length(), at + 4_096)));
        }
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        chunks.forEach(reader::handle);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(read).hasSize(1);
        assertThat(allocated).isLessThan(2L * size);
    }
}
