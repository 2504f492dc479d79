package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.dialect.TranslatedReply;
import dev.turnout.protocol.json.JsonText;
import dev.turnout.protocol.responses.Responses;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Items that interleave in any way arrive whole and in their order. */
class RandomResponsesStreamTest {

    private static final String[] SAID = {
        "{}", "{\"a\":\"}{\\\"\"}", "{\"b\":[1,{\"c\":\"\uD83D\uDE00\"}]}", "{\"d\":null}"
    };

    private final List<String> events = new ArrayList<>();

    @RepeatedTest(300)
    void itemsArriveWhole(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        int count = 1 + random.nextInt(5);
        var calls = new ArrayList<Boolean>();
        var said = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            calls.add(random.nextBoolean());
            said.add(SAID[random.nextInt(SAID.length)]);
        }
        var rest = new ArrayList<>(said);
        int begun = 0;
        while (begun < count || rest.stream().anyMatch(left -> !left.isEmpty())) {
            if (begun < count && random.nextInt(3) == 0) {
                event("response.output_item.added", begun, "\"item\":" + item(calls, begun, ""));
                begun++;
            }
            int i = random.nextInt(count);
            int length = Math.min(rest.get(i).length(), 1 + random.nextInt(5));
            if (i < begun && length > 0) {
                var piece = rest.get(i).substring(0, length);
                rest.set(i, rest.get(i).substring(length));
                event(delta(calls.get(i)), i, "\"delta\":" + RandomChatStreamTest.quoted(piece));
                if (rest.get(i).isEmpty()) {
                    event(
                            "response.output_item.done",
                            i,
                            "\"item\":" + item(calls, i, said.get(i)));
                }
            }
        }
        events.add(
                "event: response.completed\ndata: {\"type\":\"response.completed\","
                        + "\"response\":{\"status\":\"completed\"}}\n\n");

        var stream = WrittenEvent.of(translated());

        assertThat(AnthropicGrammar.violations(stream, true)).isEmpty();
        assertThat(blocks(stream)).isEqualTo(said);
    }

    private static String delta(boolean call) {
        return call ? "response.function_call_arguments.delta" : "response.output_text.delta";
    }

    private static String item(List<Boolean> calls, int i, String said) {
        var text = JsonText.quote(said);
        return calls.get(i)
                ? "{\"id\":\"i%d\",\"type\":\"function_call\",\"call_id\":\"c%d\",\"name\":\"T\",\"arguments\":%s}"
                        .formatted(i, i, text)
                : "{\"id\":\"i%d\",\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":%s}]}"
                        .formatted(i, text);
    }

    private void event(String type, int index, String fields) {
        events.add(
                "event: %s\ndata: {\"type\":\"%s\",\"output_index\":%d,\"item_id\":\"i%d\",%s}\n\n"
                        .formatted(type, type, index, index, fields));
    }

    private byte[] translated() {
        var context = new AnswerContext("req_1", Target.of("house/m"), 10, false, 0);
        var reply =
                new TranslatedReply(
                        new Responses().replyDecoder(true, context),
                        List.of(),
                        new Anthropic().replyEncoder(true, context));
        var out = new ByteArrayOutputStream();
        events.forEach(event -> out.writeBytes(reply.read(event.getBytes(UTF_8))));
        out.writeBytes(reply.end());
        assertThat(reply.complete()).isTrue();
        return out.toByteArray();
    }

    /** What each block says, be it a text or an input. */
    private static List<String> blocks(List<WrittenEvent> stream) {
        var blocks = new ArrayList<String>();
        for (var event : stream) {
            if (event.name().equals("content_block_start")) {
                blocks.add("");
            } else if (event.name().equals("content_block_delta")) {
                var delta = event.data().path("delta");
                var said = delta.path("text").asText() + delta.path("partial_json").asText();
                blocks.set(blocks.size() - 1, blocks.getLast() + said);
            }
        }
        return blocks;
    }
}
