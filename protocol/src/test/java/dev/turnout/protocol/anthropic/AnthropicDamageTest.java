package dev.turnout.protocol.anthropic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.anthropic.peek.AnthropicPeek;
import dev.turnout.protocol.anthropic.relay.AnthropicReplyReader;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes cut and overwritten at random: no damage leads to anything but a problem. */
class AnthropicDamageTest {

    static List<String> captures() {
        return Capture.names();
    }

    static List<String> answers() {
        return Resources.names("wire");
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aRequestThatIsCutIsRefused(String name) {
        var body = Capture.of(name).body();
        var random = new Random(name.hashCode());
        for (int i = 0; i < 20; i++) {
            var cut = Arrays.copyOf(body, random.nextInt(body.length));
            assertThatThrownBy(() -> peek(cut)).isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aRequestThatIsDamagedIsReadOrRefused(String name) {
        var body = Capture.of(name).body();
        var random = new Random(name.hashCode());
        for (int i = 0; i < 50; i++) {
            var damaged = damaged(body, random);
            var thrown = catchThrowable(() -> peek(damaged));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(ProblemException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsDamagedIsWatchedToItsEnd(String name) {
        var answer = Resources.bytes("wire/" + name);
        var random = new Random(name.hashCode());
        for (int i = 0; i < 300; i++) {
            var reader = new AnthropicReplyReader(random.nextBoolean());
            var damaged = damaged(answer, random);
            int cut = random.nextInt(damaged.length);
            reader.read(Arrays.copyOf(damaged, cut));
            reader.read(Arrays.copyOfRange(damaged, cut, damaged.length));
            reader.end();
            boolean answers = reader.meaningful();
            assertThat(answers && reader.firstEventError(Target.of("a/b")) != null).isFalse();
            assertThat(reader.failedInStream()).isIn(false, answers);
            assertThat(reader.usage().output()).isNotNegative();
        }
    }

    private static void peek(byte[] body) {
        AnthropicPeek.peek(body, Operation.GENERATE, HeaderLookup.NONE);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var damaged = bytes.clone();
        var signs = "{}[]\",:\\ \n\u0000eu0".getBytes(US_ASCII);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] =
                    random.nextBoolean()
                            ? signs[random.nextInt(signs.length)]
                            : (byte) random.nextInt();
        }
        return damaged;
    }
}
