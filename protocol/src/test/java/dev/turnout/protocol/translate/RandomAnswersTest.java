package dev.turnout.protocol.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.responses.Responses;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever is told in the grammar of events is written in the grammar of each client. */
class RandomAnswersTest {

    private static final Problem FAILURE = Problem.of(ProblemCode.PROVIDER_ERROR, "No \"more\"");

    @RepeatedTest(300)
    void streamsAreInTheirGrammar(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var events = RandomAnswer.of(random);
        boolean usage = random.nextBoolean();

        assertThat(AnthropicGrammar.violations(stream(new Anthropic(), events, usage), true))
                .isEmpty();
        assertThat(ChatGrammar.violations(stream(new Chat(), events, usage), true, usage))
                .isEmpty();
        assertThat(ResponsesGrammar.violations(stream(new Responses(), events, usage), true))
                .isEmpty();
    }

    @RepeatedTest(100)
    void aFailureMayComeAnywhere(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var whole = RandomAnswer.of(random);
        var events = new ArrayList<>(whole.subList(0, random.nextInt(whole.size())));
        events.add(new ReplyEvent.Failed(FAILURE));

        assertThat(AnthropicGrammar.violations(stream(new Anthropic(), events, false), true))
                .isEmpty();
        assertThat(ChatGrammar.violations(stream(new Chat(), events, false), true, false))
                .isEmpty();
        assertThat(ResponsesGrammar.violations(stream(new Responses(), events, false), true))
                .isEmpty();
    }

    @RepeatedTest(100)
    void documentsSayWhatStreamsSay(RepetitionInfo run) {
        var events = RandomAnswer.of(new Random(run.getCurrentRepetition()));

        var message = WrittenEvent.tree(write(new Anthropic(), false, events, true));
        var told = new StringBuilder();
        for (var event : stream(new Anthropic(), events, true)) {
            told.append(event.data().at("/delta/text").asText());
            told.append(event.data().at("/delta/thinking").asText());
        }
        var written = new StringBuilder();
        for (var block : message.path("content")) {
            written.append(block.path("text").asText()).append(block.path("thinking").asText());
        }
        assertThat(written.toString()).isEqualToIgnoringNewLines(told.toString());
        assertThat(message.path("stop_reason").asText()).isNotEmpty();

        var completion = WrittenEvent.tree(write(new Chat(), false, events, true));
        var content = new StringBuilder();
        for (var event : stream(new Chat(), events, true)) {
            content.append(event.data().at("/choices/0/delta/content").asText());
        }
        assertThat(completion.at("/choices/0/message/content").asText(""))
                .isEqualTo(content.toString());

        var response = WrittenEvent.tree(write(new Responses(), false, events, true));
        assertThat(response)
                .isEqualTo(stream(new Responses(), events, true).getLast().data().path("response"));
    }

    private static List<WrittenEvent> stream(
            ClientRoles dialect, List<ReplyEvent> events, boolean usage) {
        return WrittenEvent.of(write(dialect, true, events, usage));
    }

    private static byte[] write(
            ClientRoles dialect, boolean stream, List<ReplyEvent> events, boolean usage) {
        var context = new AnswerContext("req_1", Target.of("house/m"), 10, usage, 1_700_000_000);
        var encoder = dialect.replyEncoder(stream, context);
        var out = new ByteArrayOutputStream();
        events.forEach(event -> encoder.write(event, out));
        return out.toByteArray();
    }
}
