package dev.turnout.protocol.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sealed thinking comes back to its origin, and to nobody else. */
class RestoredReasoningTest {

    private static final Target ORIGIN = Target.of("house/m");
    private static final Target OTHER = Target.of("house/n");
    private static final Carried CARRIED = new Carried("gemini", "\"c2ln\"");
    private static final Carried TEXT = new Carried(Carried.TEXT, "");

    @Test
    void theOriginGetsBackWhatItWants() {
        assertThat(toward(ORIGIN, sealed("Hm.", CARRIED), sealed("", CARRIED)))
                .containsExactly(thinking("Hm.", CARRIED), thinking("", CARRIED));
    }

    @Test
    void theOriginGetsNothingOfThinkingThatIsNothing() {
        var restored = restored(ORIGIN, sealed("", TEXT), sealed("Hm.", TEXT));

        assertThat(content(restored)).containsExactly(thinking("Hm.", TEXT));
        assertThat(restored.dropped()).isEmpty();
    }

    @Test
    void othersGetTheTextAndItIsCounted() {
        var restored = restored(OTHER, sealed("Hm.", CARRIED), sealed("", CARRIED));

        assertThat(content(restored)).containsExactly(new Block.Thinking("Hm.", null));
        assertThat(restored.dropped()).containsExactly("thinking.foreign");
    }

    @Test
    void whatIsNotSealedStaysAndIsNotCopied() {
        var signed = new Block.Thinking("Hm.", "c2ln");
        var unsigned = new Block.Thinking("Hm.", null);
        var redacted = new Block.RedactedThinking("ZGF0");
        var conversation = conversation(signed, unsigned, redacted);

        assertThat(RestoredReasoning.toward(OTHER, conversation, Seals.SEAL))
                .isSameAs(conversation);
        assertThat(toward(OTHER, signed, unsigned, redacted, sealed("x", TEXT)))
                .startsWith(signed, unsigned, redacted);
    }

    /** Whatever a conversation holds: no seal goes on, and what was sealed only to its origin. */
    @Test
    void noOtherTargetEverGetsWhatWasSealed() {
        var random = new Random(20261123);
        var targets = List.of(ORIGIN, OTHER, Target.of("mouse/m"), Target.of("house/m2"));
        for (int i = 0; i < 2000; i++) {
            var blocks = new ArrayList<Block>();
            var origin = targets.get(random.nextInt(targets.size()));
            for (int n = random.nextInt(5); n >= 0; n--) {
                var text = "t".repeat(random.nextInt(3));
                var carried = new Carried("gemini", Integer.toString(random.nextInt()));
                var signature = Seals.SEAL.seal(origin, text, carried);
                blocks.add(new Block.Thinking(text, signature));
                blocks.add(new Block.Text("x", false));
            }
            for (var target : targets) {
                assertThat(toward(target, blocks.toArray(Block[]::new)))
                        .filteredOn(Block.Thinking.class::isInstance)
                        .allSatisfy(
                                block -> {
                                    var thinking = (Block.Thinking) block;
                                    assertThat(thinking.signature()).isNull();
                                    assertThat(thinking.carried() != null)
                                            .isEqualTo(target.equals(origin));
                                });
            }
        }
    }

    private static Block sealed(String text, Carried carried) {
        return new Block.Thinking(text, Seals.SEAL.seal(ORIGIN, text, carried));
    }

    private static Block thinking(String text, Carried carried) {
        return new Block.Thinking(text, null, carried);
    }

    private static List<Block> toward(Target target, Block... blocks) {
        return content(restored(target, blocks));
    }

    private static List<Block> content(Conversation conversation) {
        return conversation.turns().getFirst().content();
    }

    private static Conversation restored(Target target, Block... blocks) {
        return RestoredReasoning.toward(target, conversation(blocks), Seals.SEAL);
    }

    private static Conversation conversation(Block... blocks) {
        return Dialects.client(Dialect.ANTHROPIC)
                .readRequest("{\"messages\":[]}".getBytes(UTF_8))
                .with(List.of(new Turn(Turn.Role.ASSISTANT, List.of(blocks))), List.of());
    }
}
