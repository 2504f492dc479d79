package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.fakeprovider.rules.Seal;
import java.util.ArrayList;
import java.util.List;

/** The items of output that a reply becomes in OpenAI's Responses, one for each block. */
final class ResponsesOutput {

    /**
     * One item.
     *
     * @param begun as it stands when nothing of it has been said
     * @param done as it stands at its end
     */
    record Item(Block block, String id, ObjectNode begun, ObjectNode done) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final int request;
    private final boolean summaries;
    private final boolean sources;
    private final List<Hit> cited = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private ResponsesOutput(JsonNode request) {
        this.request = request.hashCode();
        this.summaries = request.path("reasoning").hasNonNull("summary");
        this.sources = asks(request, "web_search_call.action.sources");
    }

    /** In the order of the blocks; a text cites the hits of the searches before it. */
    static List<Item> of(Reply reply, JsonNode request) {
        var output = new ResponsesOutput(request);
        reply.blocks().forEach(block -> output.items.add(output.item(block)));
        if (!output.items.isEmpty() && ResponsesEnd.of(reply).isCutOff()) {
            output.items.getLast().done().put("status", "incomplete");
        }
        return List.copyOf(output.items);
    }

    /**
     * An id like the vendor's; those of one request differ from those of the next, which the vendor
     * would refuse otherwise when both come back to it.
     */
    static String id(String kind, JsonNode request, int number) {
        return id(kind, request.hashCode(), number);
    }

    private static String id(String kind, int request, int number) {
        return "%s_fake%08x%04d".formatted(kind, request, number);
    }

    private Item item(Block block) {
        return switch (block) {
            case Block.Thinking thinking -> {
                var begun = begun("rs", "reasoning");
                begun.putNull("encrypted_content").putArray("summary");
                var done = begun.deepCopy();
                done.put("encrypted_content", Seal.ENCRYPTED_CONTENT.of(thinking.signature()));
                if (hasSummary(thinking)) {
                    done.withArray("summary").add(summary(thinking.text()));
                }
                yield new Item(thinking, id(begun), begun, done);
            }
            case Block.Text text -> {
                var begun = begun("msg", "message").put("status", "in_progress");
                begun.putArray("content");
                begun.put("role", "assistant");
                var done = completed(begun);
                done.withArray("content").add(part(text.text(), citations(text)));
                cited.clear();
                yield new Item(text, id(begun), begun, done);
            }
            case Block.ToolUse tool -> {
                var begun =
                        begun("fc", "function_call")
                                .put("status", "in_progress")
                                .put("arguments", "")
                                .put("call_id", tool.id())
                                .put("name", tool.name());
                var done = completed(begun).put("arguments", tool.input());
                yield new Item(tool, id(begun), begun, done);
            }
            case Block.WebSearch search -> {
                cited.addAll(search.hits());
                var begun = begun("ws", "web_search_call").put("status", "in_progress");
                begun.putObject("action").put("type", "search").put("query", search.query());
                var done = completed(begun);
                var action = done.withObject("action");
                action.putArray("queries").add(search.query());
                if (sources) {
                    var urls = action.putArray("sources");
                    search.hits()
                            .forEach(
                                    hit ->
                                            urls.addObject()
                                                    .put("type", "url")
                                                    .put("url", hit.url()));
                }
                yield new Item(search, id(begun), begun, done);
            }
        };
    }

    private ObjectNode begun(String kind, String type) {
        return JSON.objectNode().put("id", id(kind, request, items.size())).put("type", type);
    }

    private static String id(ObjectNode item) {
        return item.get("id").textValue();
    }

    private static ObjectNode completed(ObjectNode begun) {
        return begun.deepCopy().put("status", "completed");
    }

    /** Who does not ask for summaries gets none, and hidden reasoning has none. */
    private boolean hasSummary(Block.Thinking thinking) {
        return summaries && !thinking.deltas().isEmpty();
    }

    /** The whole text is what the hits are cited for. */
    private ArrayNode citations(Block.Text text) {
        var citations = JSON.arrayNode();
        for (var hit : cited) {
            citations
                    .addObject()
                    .put("type", "url_citation")
                    .put("start_index", 0)
                    .put("end_index", text.text().length())
                    .put("title", hit.title())
                    .put("url", hit.url());
        }
        return citations;
    }

    static ObjectNode summary(String text) {
        return JSON.objectNode().put("type", "summary_text").put("text", text);
    }

    static ObjectNode part(String text, ArrayNode citations) {
        var part = JSON.objectNode().put("type", "output_text");
        part.set("annotations", citations);
        part.putArray("logprobs");
        return part.put("text", text);
    }

    private static boolean asks(JsonNode request, String what) {
        for (var included : request.path("include")) {
            if (included.asText().equals(what)) {
                return true;
            }
        }
        return false;
    }
}
