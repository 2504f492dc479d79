package dev.turnout.protocol.responses.reply;

import dev.turnout.contracts.Problem;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Call;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Message;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Reasoning;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Search;
import dev.turnout.protocol.responses.wire.ResponsesObject;
import dev.turnout.protocol.responses.wire.ResponsesRedacted;
import dev.turnout.protocol.responses.wire.ResponsesStop;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyIds;
import dev.turnout.protocol.translate.ToldUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The response that an answer becomes, as far as it has come: an item for each of its blocks. */
final class ResponsesReplyDraft {

    /**
     * An item and its place in the output.
     *
     * @param status that it has there
     */
    record Placed(int index, ResponsesWrittenItem item, String status) {

        Placed with(String other) {
            return new Placed(index, item, other);
        }

        Placed with(ResponsesWrittenItem other) {
            return new Placed(index, other, status);
        }
    }

    /** A search that is under way, and the id of its call. */
    private record Searching(String callId, Placed placed) {

        private boolean isFor(ReplyBlock.WebSearchResult result) {
            return callId.equals(result.toolUseId());
        }
    }

    private static final String WEB_SEARCH = "web_search";

    private final AnswerContext context;
    private final ToldUsage usage;

    /** What has ended, by its place; null where something has not. */
    private final List<@Nullable Placed> output = new ArrayList<>();

    private final List<Searching> searches = new ArrayList<>(0);

    private String id;
    private String model;

    /** The item of the open block; null in one that has none. */
    private @Nullable Placed open;

    /** The call that the open block is, where it is one of a search; empty else. */
    private @Nullable String searching;

    private final StringBuilder said = new StringBuilder();
    private String signature = "";

    ResponsesReplyDraft(AnswerContext context) {
        this.context = context;
        this.usage = new ToldUsage(context);
        this.id = ReplyIds.answer(null, "resp_", context);
        this.model = context.target().model();
    }

    void start(ReplyEvent.Started started) {
        id = ReplyIds.answer(started.id(), "resp_", context);
        model = started.model() == null ? model : started.model();
    }

    /**
     * Begins a block.
     *
     * @return the item that it becomes, empty; null where that is not known yet, or has begun
     *     before, or has no place in this dialect
     */
    @Nullable Placed start(ReplyBlock block) {
        said.setLength(0);
        signature = "";
        searching = null;
        open =
                switch (block) {
                    case ReplyBlock.Text text -> place(new Message(newId("msg_"), "", false));
                    case ReplyBlock.Thinking thinking -> place(new Reasoning(newId("rs_"), "", ""));
                    case ReplyBlock.RedactedThinking(var data) -> {
                        signature = ResponsesRedacted.encrypted(data);
                        yield place(new Reasoning(newId("rs_"), "", ""));
                    }
                    case ReplyBlock.ToolUse(var callId, var name) ->
                            place(new Call(newId("fc_"), callId, origin(name), ""));
                    case ReplyBlock.ServerToolUse(var callId, var name) -> {
                        searching = name.equals(WEB_SEARCH) ? callId : null;
                        yield null;
                    }
                    case ReplyBlock.WebSearchResult result -> null;
                };
        return open;
    }

    /** The item of the open block, as it began; null where there is none. */
    @Nullable Placed open() {
        return open;
    }

    /** Whether the open block has said nothing yet. */
    boolean silent() {
        return said.isEmpty();
    }

    void add(String text) {
        usage.heard(text);
        said.append(text);
    }

    void sign(String given) {
        signature = given;
    }

    /** Ends the open block; its item, null where it is none that ends with its block. */
    @Nullable Placed stop() {
        if (open == null) {
            return null;
        }
        var text = said.toString();
        var item =
                switch (open.item()) {
                    case Message(var given, _, var refusal) -> new Message(given, text, refusal);
                    case Reasoning(var given, _, _) -> new Reasoning(given, text, signature);
                    case Call call ->
                            new Call(call.id(), call.callId(), call.origin(), input(call));
                    case Search search -> search;
                };
        var ended = end(open.with(item).with(ResponsesStop.COMPLETED));
        open = null;
        return ended;
    }

    /** The search that has begun with the block that ends; null where the block was none. */
    @Nullable Placed search() {
        if (searching == null) {
            return null;
        }
        var begun =
                place(
                        new Search(
                                newId("ws_"),
                                ResponsesToolInput.query(said.toString()),
                                List.of()));
        searches.add(new Searching(searching, begun));
        searching = null;
        return begun;
    }

    /** Whether the search that this is the result of has begun. */
    boolean hasBegun(ReplyBlock.WebSearchResult result) {
        return searches.stream().anyMatch(search -> search.isFor(result));
    }

    /** The search with what it has found. */
    Placed found(ReplyBlock.WebSearchResult result) {
        var search =
                searches.stream().filter(begun -> begun.isFor(result)).findFirst().orElseThrow();
        searches.remove(search);
        var failed = result.errorCode() != null;
        var begun = search.placed();
        var item = ((Search) begun.item()).with(result.hits());
        return end(begun.with(item).with(failed ? ResponsesStop.FAILED : ResponsesStop.COMPLETED));
    }

    /** Ends the searches of which nothing has come. */
    List<Placed> giveUp() {
        var ended = new ArrayList<Placed>(0);
        searches.forEach(search -> ended.add(end(search.placed().with(ResponsesStop.FAILED))));
        searches.clear();
        return ended;
    }

    /** A message of why the model refused; null where it did not, or does not say. */
    @Nullable Placed refuse(ReplyEvent.Stopped stopped) {
        var explanation = stopped.explanation();
        if (explanation == null || explanation.isEmpty()) {
            return null;
        }
        usage.heard(explanation);
        var message = place(new Message(newId("msg_"), explanation, true));
        return end(message.with(ResponsesStop.COMPLETED));
    }

    /** Whether what the model said last did not come to its end. */
    static boolean isCut(ReplyEvent.Stopped stopped) {
        var explanation = stopped.explanation();
        boolean explained = explanation != null && !explanation.isEmpty();
        return status(stopped).equals(ResponsesStop.INCOMPLETE) && !explained;
    }

    /** How the response stands in the end. */
    static String status(ReplyEvent.Stopped stopped) {
        var incomplete = ResponsesStop.incomplete(stopped.reason());
        return incomplete == null ? ResponsesStop.COMPLETED : ResponsesStop.INCOMPLETE;
    }

    /** The item that ended last, which did not come to its end. */
    Placed cut(Placed last) {
        return end(last.with(ResponsesStop.INCOMPLETE));
    }

    /** Writes the response while it is under way. */
    void writeBegun(JsonWriter json) {
        write(json, ResponsesWrittenItem.IN_PROGRESS, null, null, Stream.of());
        json.name("usage").nothing().endObject();
    }

    /** Writes the response as it stands at its end. */
    void writeEnded(JsonWriter json, ReplyEvent.Stopped stopped) {
        var incomplete = ResponsesStop.incomplete(stopped.reason());
        write(json, status(stopped), incomplete, null, output.stream());
        ResponsesObject.usage(json.name("usage"), usage.of(stopped.usage()));
        json.endObject();
    }

    /** Writes the response as it stands where it failed. */
    void writeFailed(JsonWriter json, Problem problem) {
        write(json, ResponsesStop.FAILED, null, problem, output.stream());
        json.name("usage").nothing().endObject();
    }

    private void write(
            JsonWriter json,
            String status,
            @Nullable String incomplete,
            @Nullable Problem problem,
            Stream<@Nullable Placed> items) {
        ResponsesObject.begin(json, id, context.created(), model, status, incomplete, problem)
                .startArray();
        items.filter(Objects::nonNull)
                .forEach(placed -> placed.item().write(json, placed.status()));
        json.endArray();
    }

    private Placed place(ResponsesWrittenItem item) {
        output.add(null);
        return new Placed(output.size() - 1, item, ResponsesWrittenItem.IN_PROGRESS);
    }

    private Placed end(Placed placed) {
        output.set(placed.index(), placed);
        return placed;
    }

    private String newId(String prefix) {
        return ReplyIds.item(prefix, output.size(), context);
    }

    private ToolOrigin origin(String name) {
        var origin = context.toolOrigins().get(name);
        return origin == null ? new ToolOrigin(null, name, false) : origin;
    }

    private String input(Call call) {
        var json = said.isEmpty() ? "{}" : said.toString();
        return call.origin().freeform() ? ResponsesToolInput.text(json) : json;
    }
}
