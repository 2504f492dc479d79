package dev.turnout.protocol.property;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.WrittenEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An answer at random, with what every dialect can say.
 *
 * @param blocks in order; at least one
 * @param stop why the model stopped, in Anthropic's words
 */
record RandomReply(List<Said> blocks, String stop, Usage usage) {

    /** A piece of the answer. */
    sealed interface Said {
        record Thought(List<String> pieces) implements Said {}

        record Text(List<String> pieces) implements Said {}

        /**
         * @param tool position of its name among those that the request gives
         * @param pieces of its input
         */
        record Call(String id, int tool, List<String> pieces) implements Said {}
    }

    /**
     * @param tools how many the request gives
     */
    static RandomReply of(Random random, int tools) {
        var text = new RandomText(random);
        var blocks = new ArrayList<Said>();
        boolean calls = false;
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int kind = random.nextInt(5);
            calls |= kind > 2;
            blocks.add(
                    switch (kind) {
                        case 0 -> new Said.Thought(text.pieces(text.text()));
                        case 1, 2 -> new Said.Text(text.pieces(text.text()));
                        default ->
                                new Said.Call(
                                        "call_" + i,
                                        random.nextInt(tools),
                                        random.nextInt(6) == 0
                                                ? List.of()
                                                : text.pieces(text.object()));
                    });
        }
        boolean cut = random.nextInt(6) == 0;
        var stop =
                cut
                        ? "max_tokens"
                        : calls ? ReplyEvent.Stopped.TOOL_USE : ReplyEvent.Stopped.END_TURN;
        return new RandomReply(blocks, stop, usage(random));
    }

    /** All that it says, as a client is to hear it; {@code tools} are the client's names. */
    HeardReply heard(List<String> tools) {
        var text = new StringBuilder();
        var thought = new StringBuilder();
        var calls = new ArrayList<HeardReply.Call>();
        for (var block : blocks) {
            switch (block) {
                case Said.Thought(var pieces) -> thought.append(String.join("", pieces));
                case Said.Text(var pieces) -> text.append(String.join("", pieces));
                case Said.Call(_, var tool, var pieces) ->
                        calls.add(new HeardReply.Call(tools.get(tool), input(pieces)));
            }
        }
        return new HeardReply(
                RandomText.encodable(thought.toString()),
                RandomText.encodable(text.toString()),
                calls,
                usage.prompt(),
                usage.output());
    }

    private static JsonNode input(List<String> pieces) {
        var json = pieces.isEmpty() ? "{}" : String.join("", pieces);
        return WrittenEvent.tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Usage usage(Random random) {
        return new Usage(
                1 + random.nextInt(1_000_000),
                random.nextBoolean() ? 0 : random.nextInt(1_000_000),
                0,
                1 + random.nextInt(100_000),
                0,
                true);
    }
}
