package dev.turnout.protocol.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.conversation.Turn.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedTurnsTest {

    /** Any turns at all, with ids from a small set, so that they meet, repeat and miss. */
    private static List<Turn> turns(Random random) {
        var turns = new ArrayList<Turn>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            var role = Role.values()[random.nextInt(3)];
            var content = new ArrayList<Block>();
            for (int block = random.nextInt(4); block > 0; block--) {
                var id = "t" + random.nextInt(3);
                content.add(
                        switch (role) {
                            case USER ->
                                    random.nextBoolean()
                                            ? new Block.ToolResult(id, List.of(text(id)), false)
                                            : text("said " + id);
                            case ASSISTANT ->
                                    random.nextBoolean()
                                            ? new Block.ToolUse(id, "Read", "{}")
                                            : new Block.Thinking("hm", null);
                            case SYSTEM -> text("news " + id);
                        });
            }
            turns.add(new Turn(role, content));
        }
        return turns;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTurnsAreInOrder(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var turns = turns(random);
            boolean systemAnywhere = random.nextBoolean();

            var ordered = OrderedTurns.of(turns, block -> true, systemAnywhere);

            assertOrdered(ordered, systemAnywhere);
            assertThat(OrderedTurns.of(ordered, block -> true, systemAnywhere))
                    .as("what is in order stays")
                    .isEqualTo(ordered);
            assertThat(texts(ordered)).as("nothing is lost").containsAll(texts(turns));
        }
    }

    private static void assertOrdered(List<Turn> turns, boolean systemAnywhere) {
        var open = new ArrayList<String>();
        Role before = null;
        for (var turn : turns) {
            assertThat(turn.content()).isNotEmpty();
            assertThat(turn.role()).isNotEqualTo(before);
            assertThat(systemAnywhere || turn.role() != Role.SYSTEM).isTrue();
            var results = new ArrayList<String>();
            boolean past = false;
            for (var block : turn.content()) {
                if (block instanceof Block.ToolResult result) {
                    assertThat(past).as("results come first").isFalse();
                    results.add(result.toolUseId());
                } else {
                    past = true;
                }
            }
            assertThat(results).isEqualTo(List.copyOf(open));
            open.clear();
            for (var block : turn.content()) {
                if (block instanceof Block.ToolUse call) {
                    open.add(call.id());
                }
            }
            before = turn.role();
        }
        assertThat(open).as("calls without an answer").isEmpty();
    }

    /** All words said, wherever they stand. */
    private static HashSet<String> texts(List<Turn> turns) {
        var texts = new HashSet<String>();
        turns.forEach(turn -> collect(turn.content(), texts));
        return texts;
    }

    private static void collect(List<Block> blocks, HashSet<String> texts) {
        for (var block : blocks) {
            if (block instanceof Block.Text text) {
                texts.add(
                        text.text()
                                .replace("<system-reminder>\n", "")
                                .replace("\n</system-reminder>", ""));
            } else if (block instanceof Block.ToolResult result) {
                collect(result.content(), texts);
            }
        }
    }

    private static Block.Text text(String text) {
        return new Block.Text(text, false);
    }
}
