package dev.turnout.protocol.chat.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatReplyEncoderTest {

    @Test
    void tellsTheTokensOfReasoningAsAPartOfTheOutput() throws IOException {
        var completion = completion(new Usage(1, 0, 0, 9, 4, 0, true));
        assertThat(completion.at("/usage/completion_tokens").asLong()).isEqualTo(9);
        assertThat(completion.at("/usage/completion_tokens_details/reasoning_tokens").asLong())
                .isEqualTo(4);
        assertThat(completion(Usage.NONE).at("/usage").has("completion_tokens_details")).isFalse();
    }

    @Test
    void eachSignatureHasTheNumberOfItsThinking() throws IOException {
        var thinking = new ReplyEvent.BlockStarted(new ReplyBlock.Thinking());
        var stop = new ReplyEvent.BlockStopped();
        var details =
                completion(
                                Usage.NONE,
                                thinking,
                                new ReplyEvent.ThinkingDelta("a"),
                                stop,
                                thinking,
                                new ReplyEvent.ThinkingDelta("b"),
                                new ReplyEvent.SignatureDelta("EqQB"),
                                stop)
                        .at("/choices/0/message/reasoning_details");
        assertThat(details.toString())
                .isEqualTo(
                        "[{\"type\":\"reasoning.text\",\"signature\":\"EqQB\","
                                + "\"format\":\"turnout\",\"index\":1}]");
    }

    private static JsonNode completion(Usage usage, ReplyEvent... said) throws IOException {
        var encoder =
                ChatReplyEncoder.of(
                        false, new AnswerContext("req_1", Target.of("house/m"), 1, false, 0));
        var out = new ByteArrayOutputStream();
        encoder.write(new ReplyEvent.Started(null, null, Usage.NONE), out);
        List.of(said).forEach(event -> encoder.write(event, out));
        encoder.write(new ReplyEvent.Stopped(ReplyEvent.Stopped.END_TURN, null, usage), out);
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
