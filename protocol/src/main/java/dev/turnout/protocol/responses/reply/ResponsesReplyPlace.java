package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A place in the output: the item that stands there, and what it says until its turn has come. */
final class ResponsesReplyPlace {

    private final int index;
    private final String id;
    private final List<ReplyEvent> held = new ArrayList<>();
    private final ResponsesReplyItem item;
    private boolean ended;
    private boolean done;

    /**
     * @param index that the provider gives it; -1 where it gives none
     * @param id that the provider gives the item; empty where it gives none
     * @param item of what it tells
     */
    ResponsesReplyPlace(
            int index, String id, Function<Consumer<ReplyEvent>, ResponsesReplyItem> item) {
        this.index = index;
        this.id = id;
        this.item = item.apply(held::add);
    }

    int index() {
        return index;
    }

    String id() {
        return id;
    }

    ResponsesReplyItem item() {
        return item;
    }

    /** Whether it has ended, by the provider's word or because another has begun. */
    boolean ended() {
        return ended;
    }

    /** Whether the provider has said that it is done. */
    boolean done() {
        return done;
    }

    /** The provider says that it is done. */
    void done(ResponsesItem whole) {
        done = true;
        if (!ended) {
            item.add(whole);
            end(false);
        }
    }

    /** Nothing of it follows. */
    void end(boolean cut) {
        ended = true;
        item.end(cut);
    }

    /** Its turn has come: tells what it has said so far. */
    void tell(Consumer<ReplyEvent> events) {
        held.forEach(events);
        held.clear();
    }
}
