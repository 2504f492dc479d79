package dev.turnout.protocol.translate;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.conversation.Block.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An answer that keeps the grammar of {@link ReplyEvent}, and nothing else. */
final class RandomAnswer {

    private static final String[] TEXTS = {
        "", "a", "\n\n", "data: x\n\n", "\"\\", "\u20ac", "\uD83D\uDE00", "\uD83D", "\u0000", "</"
    };

    private final Random random;
    private final List<ReplyEvent> events = new ArrayList<>();
    private int tools;

    private RandomAnswer(Random random) {
        this.random = random;
    }

    static List<ReplyEvent> of(Random random) {
        var answer = new RandomAnswer(random);
        answer.write();
        return answer.events;
    }

    private void write() {
        events.add(
                new ReplyEvent.Started(chance() ? "id-1" : null, chance() ? "m" : null, usage()));
        int blocks = random.nextInt(6);
        for (int i = 0; i < blocks; i++) {
            block();
            events.add(new ReplyEvent.BlockStopped());
        }
        var explanation = chance() ? text() : null;
        events.add(
                switch (random.nextInt(4)) {
                    case 0 -> new ReplyEvent.Stopped("refusal", null, explanation, usage());
                    case 1 -> new ReplyEvent.Stopped("max_tokens", null, usage());
                    default ->
                            new ReplyEvent.Stopped(
                                    tools > 0 ? "tool_use" : "end_turn", null, usage());
                });
    }

    private void block() {
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                start(new ReplyBlock.Text());
                times(() -> events.add(new ReplyEvent.TextDelta(text())));
            }
            case 2 -> {
                start(new ReplyBlock.Thinking());
                times(() -> events.add(new ReplyEvent.ThinkingDelta(text())));
                if (chance()) {
                    events.add(new ReplyEvent.SignatureDelta(text()));
                }
            }
            case 3 -> {
                start(new ReplyBlock.ToolUse("call_" + tools++, "Read"));
                input();
            }
            case 4 -> {
                start(new ReplyBlock.ServerToolUse("srvtoolu_1", "web_search"));
                input();
            }
            case 5 -> {
                var hit = new Hit(text(), "https://example.org", chance() ? text() : null);
                start(
                        chance()
                                ? new ReplyBlock.WebSearchResult("srvtoolu_1", List.of(hit), null)
                                : new ReplyBlock.WebSearchResult("s", List.of(), "unavailable"));
            }
            default -> start(new ReplyBlock.RedactedThinking("AAAA"));
        }
    }

    private void start(ReplyBlock block) {
        events.add(new ReplyEvent.BlockStarted(block));
    }

    private void input() {
        if (chance()) {
            for (var piece : new String[] {"{\"a\":\"", "\\n\u20ac", "\",\"b\":[1,", "{}]}"}) {
                events.add(new ReplyEvent.InputDelta(piece));
            }
        }
    }

    private void times(Runnable step) {
        for (int i = random.nextInt(4); i > 0; i--) {
            step.run();
        }
    }

    private Usage usage() {
        return chance()
                ? Usage.NONE
                : new Usage(random.nextInt(9), 2, 3, random.nextInt(9), 1, true);
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private boolean chance() {
        return random.nextBoolean();
    }
}
