package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.TranslatedReply;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Calls that interleave in any way, with any text between, arrive whole and in their order. */
class RandomChatStreamTest {

    /** How a server says which call a fragment belongs to. */
    private enum Marking {
        INDEX,
        ID,
        BOTH
    }

    private static final String[] ARGUMENTS = {
        "", "{}", "{\"a\":\"}{\\\"\"}", "{\"b\":[1,{\"c\":\"\uD83D\uDE00\"}]}", " {\"d\":null} "
    };

    private final List<String> chunks = new ArrayList<>();

    @RepeatedTest(300)
    void callsArriveWhole(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var marking = Marking.values()[random.nextInt(3)];
        int count = 1 + random.nextInt(4);
        var rest = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            rest.add(ARGUMENTS[random.nextInt(ARGUMENTS.length)]);
        }
        var expected = List.copyOf(rest);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fragment(marking, i, "Tool" + i, "");
        }
        while (rest.stream().anyMatch(left -> !left.isEmpty())) {
            int i = random.nextInt(count);
            int length = Math.min(rest.get(i).length(), 1 + random.nextInt(5));
            if (length > 0) {
                fragment(marking, i, null, rest.get(i).substring(0, length));
                rest.set(i, rest.get(i).substring(length));
            }
            if (random.nextInt(5) == 0) {
                delta("\"content\":\"x\"");
                text.append('x');
            }
        }
        chunks.add("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n");

        var stream = WrittenEvent.of(translated());

        assertThat(AnthropicGrammar.violations(stream, true)).isEmpty();
        assertThat(inputs(stream)).isEqualTo(expected.stream().map(String::strip).toList());
        assertThat(stream.stream().map(e -> e.data().at("/delta/text").asText()))
                .satisfies(t -> assertThat(String.join("", t)).isEqualTo(text.toString()));
    }

    private void fragment(Marking marking, int call, @Nullable String name, String arguments) {
        var index = marking == Marking.ID ? "" : "\"index\":" + call + ",";
        boolean id = marking != Marking.INDEX && (marking == Marking.ID || name != null);
        delta(
                "\"tool_calls\":[{"
                        + index
                        + (id ? "\"id\":\"call_" + call + "\"," : "")
                        + "\"function\":{"
                        + (name == null ? "" : "\"name\":\"" + name + "\",")
                        + "\"arguments\":"
                        + quoted(arguments)
                        + "}}]");
    }

    /** Half a surrogate pair can only be sent escaped. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : JsonStringEncoder.getInstance().quoteAsString(text)) {
            quoted.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }

    private void delta(String json) {
        chunks.add("data: {\"choices\":[{\"index\":0,\"delta\":{" + json + "}}]}\n\n");
    }

    private byte[] translated() {
        var context = new AnswerContext("req_1", Target.of("house/m"), 10, false, 0);
        var reply =
                new TranslatedReply(
                        new Chat().replyDecoder(true, context),
                        List.of(),
                        new Anthropic().replyEncoder(true, context));
        var out = new ByteArrayOutputStream();
        chunks.forEach(chunk -> out.writeBytes(reply.read(chunk.getBytes(UTF_8))));
        out.writeBytes(reply.end());
        assertThat(reply.complete()).isTrue();
        return out.toByteArray();
    }

    private static List<String> inputs(List<WrittenEvent> stream) {
        var inputs = new ArrayList<String>();
        for (var event : stream) {
            JsonNode data = event.data();
            if (data.at("/content_block/type").asText().equals("tool_use")) {
                assertThat(data.at("/content_block/name").asText())
                        .isEqualTo("Tool" + inputs.size());
                inputs.add("");
            }
            var piece = data.at("/delta/partial_json").asText();
            if (!piece.isEmpty()) {
                inputs.set(inputs.size() - 1, inputs.getLast() + piece);
            }
        }
        return inputs.stream().map(String::strip).toList();
    }
}
