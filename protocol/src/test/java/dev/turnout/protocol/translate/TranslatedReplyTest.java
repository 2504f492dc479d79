package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.TranslatedReply;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslatedReplyTest {

    private static final Target TARGET = Target.of("house/m");
    private static final AnswerContext CONTEXT =
            new AnswerContext("req_1", TARGET, 1000, false, 1_700_000_000);

    private static final String ROLE = "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}";
    private static final String TEXT = "{\"choices\":[{\"delta\":{\"content\":\"Hello.\"}}]}";
    private static final String FINISH = "{\"choices\":[{\"finish_reason\":\"stop\"}]}";
    private static final String USAGE =
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}";
    private static final String ERROR =
            "{\"error\":{\"message\":\"No\",\"type\":\"overloaded_error\"}}";

    private final TranslatedReply stream = reply(true);

    @Test
    void beginsWithItsFirstBlock() {
        assertThat(read(stream, ROLE)).isEmpty();
        assertThat(stream.meaningful()).isFalse();
        assertThat(read(stream, TEXT)).startsWith("event: message_start\n").contains("Hello.");
        assertThat(stream.meaningful()).isTrue();
        assertThat(stream.betweenEvents()).isTrue();
        assertThat(stream.complete()).isFalse();
        assertThat(stream.stopReason()).isNull();
    }

    @Test
    void isCompleteByItsFinishReasonAndToldWholeAtItsEnd() {
        read(stream, TEXT);
        assertThat(read(stream, FINISH)).isEmpty();
        assertThat(stream.complete()).isTrue();
        assertThat(read(stream, USAGE)).isEmpty();
        assertThat(stream.usage()).isEqualTo(new Usage(9, 0, 0, 2, 0, true));

        var rest = new String(stream.end(), UTF_8);

        assertThat(rest).contains("message_delta").endsWith("\"message_stop\"}\n\n");
        assertThat(stream.stopReason()).isEqualTo("end_turn");
        assertThat(stream.end()).isEmpty();
    }

    @Test
    void anAnswerThatALimitEndedBeforeItsFirstWordIsOne() {
        read(stream, "{\"choices\":[{\"finish_reason\":\"length\"}]}");

        assertThat(new String(stream.end(), UTF_8))
                .startsWith("event: message_start\n")
                .contains("\"stop_reason\":\"max_tokens\"");
        assertThat(stream.firstEventError(TARGET)).isNull();
        assertThat(stream.stopReason()).isEqualTo("max_tokens");
    }

    @Test
    void anErrorBeforeContentIsToldAndNotWritten() {
        assertThat(read(stream, ROLE) + read(stream, ERROR)).isEmpty();
        assertThat(stream.firstEventError(TARGET))
                .isEqualTo(Problem.of(ProblemCode.PROVIDER_OVERLOADED, "house/m: No"));
        assertThat(stream.complete()).isTrue();
        assertThat(stream.meaningful()).isFalse();
        assertThat(stream.failedInStream()).isFalse();
        assertThat(read(stream, TEXT) + new String(stream.end(), UTF_8)).isEmpty();
    }

    @Test
    void anErrorBehindContentIsTheLastThing() {
        read(stream, TEXT);
        assertThat(read(stream, ERROR)).startsWith("event: error\n").contains("house/m: No");
        assertThat(stream.firstEventError(TARGET)).isNull();
        assertThat(stream.failedInStream()).isTrue();
        assertThat(stream.complete()).isTrue();
        assertThat(read(stream, TEXT) + new String(stream.end(), UTF_8)).isEmpty();
    }

    @Test
    void aCutStreamIsNotComplete() {
        read(stream, TEXT);
        assertThat(stream.usage()).isEqualTo(Usage.NONE);
        assertThat(stream.end()).isEmpty();
        assertThat(stream.complete()).isFalse();
        assertThat(stream.failedInStream()).isFalse();
        assertThat(stream.stopReason()).isNull();
    }

    @Test
    void anEmptyAnswerIsAProblem() {
        read(stream, ROLE);
        read(stream, FINISH);
        assertThat(stream.firstEventError(TARGET)).isNull();
        assertThat(stream.end()).isEmpty();
        assertThat(stream.firstEventError(TARGET))
                .isEqualTo(
                        Problem.of(
                                ProblemCode.PROVIDER_FAILED,
                                "house/m answered with nothing."
                                        + " Try again, or choose another model."));
        assertThat(stream.meaningful()).isFalse();
    }

    @Test
    void aDocumentBeginsWhenItIsWholeSoThatAllBeforeCanStillFail() {
        var document = reply(false);
        assertThat(read(document, TEXT)).isEmpty();
        assertThat(document.meaningful()).isFalse();
        assertThat(document.betweenEvents()).isFalse();

        var failing = reply(false);
        read(failing, TEXT);
        assertThat(read(failing, ERROR)).isEmpty();
        assertThat(failing.firstEventError(TARGET)).isNotNull();
        assertThat(failing.failedInStream()).isFalse();

        read(document, FINISH);
        assertThat(new String(document.end(), UTF_8)).startsWith("{\"id\":").endsWith("}");
        assertThat(document.meaningful()).isTrue();
        assertThat(document.firstEventError(TARGET)).isNull();
    }

    private static TranslatedReply reply(boolean stream) {
        return new TranslatedReply(
                new Chat().replyDecoder(true, CONTEXT),
                List.of(),
                new Anthropic().replyEncoder(stream, CONTEXT));
    }

    private static String read(TranslatedReply reply, String chunk) {
        return new String(reply.read(("data: " + chunk + "\n\n").getBytes(UTF_8)), UTF_8);
    }
}
