package dev.turnout.protocol.responses;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.responses.peek.ResponsesPeek;
import dev.turnout.protocol.responses.request.ResponsesRequestReader;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes cut and overwritten at random: no damage leads to anything but a problem. */
class ResponsesDamageTest {

    static List<String> captures() {
        return Resources.names("captures/responses").stream()
                .filter(file -> file.endsWith(".json"))
                .map(file -> "responses/" + file.replace(".json", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aRequestThatIsCutIsRefused(String name) {
        var body = Capture.of(name).body();
        var random = new Random(name.hashCode());
        for (int i = 0; i < 20; i++) {
            var cut = Arrays.copyOf(body, random.nextInt(body.length));
            assertThatThrownBy(() -> peek(cut)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> ResponsesRequestReader.read(cut))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aRequestThatIsDamagedIsReadOrRefused(String name) {
        var body = Capture.of(name).body();
        var random = new Random(name.hashCode());
        for (int i = 0; i < 100; i++) {
            var damaged = damaged(body, random);
            isFineOrAProblem(() -> peek(damaged));
            isFineOrAProblem(() -> ResponsesRequestReader.read(damaged));
        }
    }

    private static void peek(byte[] body) {
        ResponsesPeek.peek(body, Operation.GENERATE, HeaderLookup.NONE);
    }

    private static void isFineOrAProblem(ThrowingCallable call) {
        var thrown = catchThrowable(call);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(ProblemException.class);
        }
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
