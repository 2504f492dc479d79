package dev.turnout.protocol.translate;

import java.util.function.Consumer;

/**
 * Stands between who reads an answer and who writes it, and may change, hold back or add. What it
 * tells is in the grammar of {@link ReplyEvent} as what it is told; with {@link ReplyEvent.Stopped}
 * all that was held back is told.
 */
public interface ReplyFilter {

    /** Takes one event, and tells what comes of it. */
    void pass(ReplyEvent event, Consumer<ReplyEvent> next);
}
