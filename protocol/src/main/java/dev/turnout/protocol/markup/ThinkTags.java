package dev.turnout.protocol.markup;

import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes thinking of what stands between {@code <think>} and {@code </think>} where a text begins:
 *
 * <pre>
 *   BEGINNING ── &lt;think&gt; ──▶ THOUGHT ── &lt;/think&gt; ──▶ BEGINNING
 *       └──────── anything else ────▶ TEXT
 * </pre>
 *
 * Tags anywhere else are what the text speaks of.
 */
public final class ThinkTags implements ReplyFilter {

    private static final String OPENING = "<think>";
    private static final String CLOSING = "</think>";

    private enum Place {
        BEGINNING,
        THOUGHT,
        TEXT
    }

    /** Whether a first text without an opening begins within a thought. */
    private boolean unopened;

    /** Where the text that is read stands; null in any other block. */
    private @Nullable Place place;

    /** What has come of it and not been told. */
    private final StringBuilder held = new StringBuilder();

    /** The block that is told; null between two. */
    private @Nullable ReplyBlock told;

    /** Whether a thought has been read in this text: white space around it is none of the text. */
    private boolean thought;

    private Consumer<ReplyEvent> next = event -> {};

    /**
     * @param unopened whether an answer begins within a thought whose opening stands in the prompt
     */
    public ThinkTags(boolean unopened) {
        this.unopened = unopened;
    }

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> listener) {
        next = listener;
        switch (event) {
            case ReplyEvent.BlockStarted(ReplyBlock.Text text) -> {
                place = Place.BEGINNING;
                thought = false;
            }
            case ReplyEvent.BlockStarted started -> {
                unopened = false;
                next.accept(event);
            }
            case ReplyEvent.TextDelta(var text) -> {
                held.append(text);
                advance();
            }
            case ReplyEvent.BlockStopped stopped when place != null -> {
                end(place);
                place = null;
            }
            default -> next.accept(event);
        }
    }

    private void advance() {
        Place before;
        do {
            before = place;
            switch (place) {
                case BEGINNING -> begin();
                case THOUGHT -> think();
                case TEXT -> say(new ReplyBlock.Text(), held.length());
                case null -> throw new IllegalStateException("text outside of a block");
            }
        } while (place != before);
    }

    private void begin() {
        var text = held.toString().stripLeading();
        if (text.startsWith(OPENING)) {
            held.setLength(0);
            held.append(text, OPENING.length(), text.length());
            place = Place.THOUGHT;
        } else if (!OPENING.startsWith(text)) {
            if (thought || unopened) {
                held.delete(0, held.length() - text.length());
            }
            place = unopened ? Place.THOUGHT : Place.TEXT;
        }
        if (place != Place.BEGINNING) {
            thought |= place == Place.THOUGHT;
            unopened = false;
        }
    }

    private void think() {
        if (told == null) {
            held.delete(0, held.length() - held.toString().stripLeading().length());
        }
        int closing = held.indexOf(CLOSING);
        if (closing < 0) {
            say(new ReplyBlock.Thinking(), held.length() - begunClosing());
            return;
        }
        say(new ReplyBlock.Thinking(), closing);
        held.delete(0, CLOSING.length());
        stop();
        place = Place.BEGINNING;
    }

    /** Length of the end of what is held that the closing begins with. */
    private int begunClosing() {
        int length = Math.min(held.length(), CLOSING.length() - 1);
        while (held.indexOf(CLOSING.substring(0, length), held.length() - length) < 0) {
            length--;
        }
        return length;
    }

    private void end(Place last) {
        switch (last) {
            case THOUGHT -> say(new ReplyBlock.Thinking(), held.length());
            case BEGINNING -> {
                if (!thought || !held.toString().isBlank()) {
                    start(new ReplyBlock.Text());
                    say(new ReplyBlock.Text(), held.length());
                }
            }
            case TEXT -> {}
        }
        held.setLength(0);
        stop();
    }

    private void say(ReplyBlock block, int length) {
        if (length == 0) {
            return;
        }
        start(block);
        var text = held.substring(0, length);
        held.delete(0, length);
        next.accept(
                block instanceof ReplyBlock.Thinking
                        ? new ReplyEvent.ThinkingDelta(text)
                        : new ReplyEvent.TextDelta(text));
    }

    private void start(ReplyBlock block) {
        if (told == null) {
            told = block;
            next.accept(new ReplyEvent.BlockStarted(block));
        }
    }

    private void stop() {
        if (told != null) {
            told = null;
            next.accept(new ReplyEvent.BlockStopped());
        }
    }
}
