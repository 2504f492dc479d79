package dev.turnout.protocol.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.chat.count.ChatPrompt;
import dev.turnout.protocol.chat.peek.ChatPeek;
import dev.turnout.protocol.chat.relay.ChatReplyReader;
import dev.turnout.protocol.count.PartCache;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes cut and overwritten at random: no damage leads to anything but a problem. */
class ChatDamageTest {

    static List<String> captures() {
        return Resources.names("captures/chat").stream()
                .filter(file -> file.endsWith(".json"))
                .map(file -> "chat/" + file.replace(".json", ""))
                .toList();
    }

    static List<String> answers() {
        return Resources.names("wire-chat");
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aRequestThatIsCutIsRefused(String name) {
        var body = Capture.of(name).body();
        var random = new Random(name.hashCode());
        for (int i = 0; i < 20; i++) {
            var cut = Arrays.copyOf(body, random.nextInt(body.length));
            for (var operation : Operation.values()) {
                assertThatThrownBy(() -> ChatPeek.peek(cut, operation, HeaderLookup.NONE))
                        .isInstanceOf(ProblemException.class);
            }
            assertThatThrownBy(() -> count(cut)).isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aRequestThatIsDamagedIsReadOrRefused(String name) {
        var body = Capture.of(name).body();
        var random = new Random(name.hashCode());
        for (int i = 0; i < 100; i++) {
            var damaged = damaged(body, random);
            isFineOrAProblem(() -> ChatPeek.peek(damaged, Operation.GENERATE, HeaderLookup.NONE));
            isFineOrAProblem(() -> count(damaged));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsDamagedIsWatchedToItsEnd(String name) {
        var answer = Resources.bytes("wire-chat/" + name);
        var random = new Random(name.hashCode());
        for (int i = 0; i < 300; i++) {
            var reader = new ChatReplyReader(random.nextBoolean());
            var damaged = damaged(answer, random);
            int cut = random.nextInt(damaged.length);
            reader.read(Arrays.copyOf(damaged, cut));
            reader.read(Arrays.copyOfRange(damaged, cut, damaged.length));
            reader.end();
            boolean answers = reader.meaningful();
            assertThat(answers && reader.firstEventError(Target.of("a/b")) != null).isFalse();
            assertThat(reader.failedInStream()).isIn(false, answers);
            var usage = reader.usage();
            assertThat(Math.min(usage.input(), Math.min(usage.cacheRead(), usage.output())))
                    .isNotNegative();
        }
    }

    private static void isFineOrAProblem(ThrowingCallable call) {
        var thrown = catchThrowable(call);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(ProblemException.class);
        }
    }

    private static long count(byte[] body) {
        var tally = new Tally("m", PartCache.NONE);
        ChatPrompt.count(body, tally);
        return tally.tokens();
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
