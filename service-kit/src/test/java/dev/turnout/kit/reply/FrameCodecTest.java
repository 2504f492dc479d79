package dev.turnout.kit.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.turnout.kit.JsonAsInQuarkus;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {

    private final FrameCodec codec = new FrameCodec(JsonAsInQuarkus.mapper());

    @Test
    void aCallComesBackWithItsBody() {
        var body = Calls.bytes(400_000);

        var call = codec.decodeCall(codec.encode(Calls.CALL, body));

        assertThat(call.call()).isEqualTo(Calls.CALL);
        assertThat(call.body()).isEqualTo(body);
    }

    @Test
    void aBodyMayBeEmpty() {
        assertThat(codec.decodeCall(codec.encode(Calls.CALL, new byte[0])).body()).isEmpty();
    }

    @Test
    void aCallThatIsCutOffIsRefused() {
        var whole = codec.encode(Calls.CALL, new byte[0]);

        for (int end = 0; end < whole.length(); end++) {
            var cut = whole.getBuffer(0, end);
            assertThatIllegalArgumentException().isThrownBy(() -> codec.decodeCall(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 3, Integer.MAX_VALUE, Integer.MAX_VALUE - 3})
    void aLengthThatCannotBeIsRefused(int length) {
        var request = Buffer.buffer().appendInt(length).appendString("{}");

        assertThatIllegalArgumentException().isThrownBy(() -> codec.decodeCall(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "7", "{\"target\":\"no-slash\"}"})
    void whatIsNoCallIsRefused(String json) {
        var request = Buffer.buffer().appendInt(json.length()).appendString(json);

        assertThatIllegalArgumentException().isThrownBy(() -> codec.decodeCall(request));
    }
}
