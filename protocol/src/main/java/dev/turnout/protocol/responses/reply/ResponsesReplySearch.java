package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.json.JsonText;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;

/**
 * A search of the provider's. Its query is known at its end only; pages it opens are no searches.
 */
final class ResponsesReplySearch implements ResponsesReplyItem {

    private final String id;
    private final ResponsesReplySearches searches;
    private final Runnable searched;
    private final Consumer<ReplyEvent> events;

    /**
     * @param id to tell it with
     * @param searches to be told that its hits are not known
     * @param searched called if it is one
     */
    ResponsesReplySearch(
            String id,
            ResponsesReplySearches searches,
            Runnable searched,
            Consumer<ReplyEvent> events) {
        this.id = id;
        this.searches = searches;
        this.searched = searched;
        this.events = events;
    }

    @Override
    public void add(ResponsesReplyStep step) {}

    @Override
    public void add(ResponsesItem item) {
        if (!item.action().equals("search") && item.query().isEmpty()) {
            return;
        }
        searched.run();
        events.accept(new ReplyEvent.BlockStarted(new ReplyBlock.ServerToolUse(id, "web_search")));
        events.accept(
                new ReplyEvent.InputDelta("{\"query\":" + JsonText.quote(item.query()) + "}"));
        events.accept(new ReplyEvent.BlockStopped());
        if (item.status().equals("failed")) {
            ResponsesReplySearches.result(id, item.sources(), "unavailable", events);
        } else if (item.sources().isEmpty()) {
            searches.begun(id);
        } else {
            ResponsesReplySearches.result(id, item.sources(), null, events);
        }
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public void end(boolean cut) {}
}
