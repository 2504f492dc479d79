package dev.turnout.adapter.demo;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayList;
import java.util.List;

/** What the built-in demo provider says. */
public final class DemoAnswer {

    /** Milliseconds between two words: about as a quick model writes. */
    public static final long USUAL_GAP_MILLIS = 20;

    private static final String TEXT =
            "Hello from Turnout! This is its built-in demo provider: no model has seen your "
                    + "request, because no provider is configured yet. To get real answers, set "
                    + "ANTHROPIC_API_KEY (or the key of another provider, such as "
                    + "DEEPSEEK_API_KEY) in the environment, or describe your providers in "
                    + "~/.turnout/config.json; then start Turnout again.";

    /** Each with the blank behind it, so that together they are the text. */
    private static final List<String> WORDS = List.of(TEXT.split("(?<= )"));

    private DemoAnswer() {}

    /**
     * The whole answer, a word in each delta.
     *
     * @param model the name that the answer bears
     * @param promptTokens an estimate of the prompt's size
     */
    public static List<ReplyEvent> events(String model, long promptTokens) {
        var events = new ArrayList<ReplyEvent>();
        events.add(new ReplyEvent.Started(null, model, new Usage(promptTokens, 0, 0, 1, 0, true)));
        events.add(new ReplyEvent.BlockStarted(new ReplyBlock.Text()));
        WORDS.forEach(word -> events.add(new ReplyEvent.TextDelta(word)));
        events.add(new ReplyEvent.BlockStopped());
        events.add(
                new ReplyEvent.Stopped(
                        "end_turn", null, new Usage(promptTokens, 0, 0, WORDS.size(), 0, true)));
        return events;
    }
}
