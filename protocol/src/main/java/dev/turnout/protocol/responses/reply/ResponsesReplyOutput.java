package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.responses.wire.ResponsesUsage;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyIds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The items of an answer, which may interleave, told one after the other: the one that began first
 * is told live, one behind it is held until the first has ended.
 */
final class ResponsesReplyOutput {

    private final AnswerContext context;
    private final ResponsesUsage usage;
    private final Consumer<ReplyEvent> events;
    private final ResponsesReplySearches searches = new ResponsesReplySearches();

    /** All that have begun. */
    private final List<ResponsesReplyPlace> places = new ArrayList<>();

    /** Those that have not been told to the end. */
    private final Deque<ResponsesReplyPlace> open = new ArrayDeque<>();

    /** The provider's ids of calls that have been told: no two blocks may share one. */
    private final Set<String> taken = new HashSet<>();

    private int calls;

    ResponsesReplyOutput(AnswerContext context, ResponsesUsage usage, Consumer<ReplyEvent> events) {
        this.context = context;
        this.usage = usage;
        this.events = events;
    }

    /** Takes in an event: an item's beginning or its end, or what it says between. */
    void add(ResponsesReplyStep step) {
        var item = step.item();
        switch (step.type()) {
            case "response.output_item.added" -> {
                if (item != null) {
                    begin(step.place(), item);
                }
            }
            case "response.output_item.done" -> {
                if (item != null) {
                    end(step.place(), item);
                }
            }
            default -> say(step);
        }
        advance();
    }

    /** Whether no item has come yet. */
    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Takes in a whole output, of which nothing has come before. */
    void addAll(List<ResponsesItem> items) {
        for (int i = 0; i < items.size(); i++) {
            end(i, items.get(i));
        }
        advance();
    }

    /**
     * All has been said.
     *
     * @param cut whether the model would have said more
     */
    void end(boolean cut) {
        while (!open.isEmpty()) {
            var first = open.remove();
            if (!first.ended()) {
                first.end(cut && open.isEmpty());
            }
            first.tell(events);
        }
        searches.end(events);
    }

    /** Whether a call has been told. */
    boolean anyCall() {
        return places.stream()
                .anyMatch(place -> place.item() instanceof ResponsesReplyCall call && call.told());
    }

    /** Whether a part of a message is a refusal. */
    boolean refused() {
        return places.stream()
                .anyMatch(
                        place ->
                                place.item() instanceof ResponsesReplyMessage message
                                        && message.refused());
    }

    private ResponsesReplyPlace begin(int index, ResponsesItem item) {
        var place = new ResponsesReplyPlace(index, item.id(), reader(item));
        places.add(place);
        open.add(place);
        return place;
    }

    /** An end without a beginning is both. */
    private void end(int index, ResponsesItem item) {
        var place = find(index, item.id());
        place = place == null || place.done() ? begin(index, item) : place;
        place.done(item);
    }

    private void say(ResponsesReplyStep step) {
        var place = find(step.place(), step.itemId());
        if (place == null) {
            var begun = ResponsesItem.begun(step);
            place = begun.type().isEmpty() ? null : begin(step.place(), begun);
        }
        if (place != null && !place.ended()) {
            place.item().add(step);
        }
    }

    /**
     * Of the places with that index the newest, unless the id is another's of them: some servers
     * give each event an id of its own, some give all items the same index. Without an index, by
     * the id, or the newest of all.
     */
    private @Nullable ResponsesReplyPlace find(int index, String id) {
        ResponsesReplyPlace newest = null;
        for (var place : places.reversed()) {
            boolean near = index < 0 || place.index() == index;
            if (near && !id.isEmpty() && place.id().equals(id)) {
                return place;
            }
            newest = newest == null && near ? place : newest;
        }
        return newest;
    }

    private void advance() {
        while (!open.isEmpty()) {
            var first = open.getFirst();
            if (!first.ended() && open.size() > 1 && first.item().isWhole()) {
                first.end(false);
            }
            first.tell(events);
            if (!first.ended()) {
                return;
            }
            open.remove();
        }
    }

    private Function<Consumer<ReplyEvent>, ResponsesReplyItem> reader(ResponsesItem begun) {
        return switch (begun.type()) {
            case "message" -> told -> new ResponsesReplyMessage(told, searches);
            case "reasoning" -> ResponsesReplyReasoning::new;
            case "function_call", "custom_tool_call" ->
                    told -> new ResponsesReplyCall(begun, this::callId, told);
            case "web_search_call" -> {
                var id = ReplyIds.item("srvtoolu_", places.size(), context);
                yield told -> new ResponsesReplySearch(id, searches, usage::searched, told);
            }
            default -> told -> new ResponsesReplyOther();
        };
    }

    private String callId(String given) {
        return ReplyIds.tool(taken.add(given) ? given : "", calls++, context);
    }
}
