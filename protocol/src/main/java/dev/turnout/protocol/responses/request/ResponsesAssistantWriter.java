package dev.turnout.protocol.responses.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A turn of the assistant: an item for each text, call and thought, in order. A web search that
 * some provider ran is told as a text.
 *
 * <pre>
 *   thinking, text, text, call   ▶   reasoning │ message │ function_call
 * </pre>
 *
 * A reasoning item is refused without the item that it led to, so it stands only where that
 * follows.
 */
final class ResponsesAssistantWriter {

    private static final String MISSING = "[tool result missing]";

    private final ResponsesDraft draft;

    /** Texts that follow one another, cut at citations for example, are one. */
    private final StringBuilder text = new StringBuilder();

    /** Reasoning whose item has not come yet. */
    private final List<String> reasoning = new ArrayList<>();

    ResponsesAssistantWriter(ResponsesDraft draft) {
        this.draft = draft;
    }

    void write(List<Block> content) {
        var found = found(content);
        for (var block : content) {
            if (!(block instanceof Block.Text)) {
                message();
            }
            switch (block) {
                case Block.Text said -> text(said);
                case Block.Thinking thinking -> think(thinking.carried());
                case Block.ToolUse call -> call(call);
                case Block.ServerToolUse search -> {
                    forget();
                    text.append(searched(search, found.remove(search.id())));
                    message();
                }
                case Block.WebSearchResult _, Block.RedactedThinking _ -> {}
                // Chat Completions lets the assistant say such; here only the user does.
                case Block.Image _, Block.Document _ -> draft.drop("attachment");
                case Block.ToolResult _, Block.ToolReference _ ->
                        throw new IllegalArgumentException(
                                "not the assistant's: " + block.getClass());
            }
        }
        message();
        forget();
    }

    private void text(Block.Text said) {
        if (said.cached()) {
            draft.drop("cache_control");
        }
        text.append(said.text());
    }

    private void think(@Nullable Carried carried) {
        if (carried != null) {
            reasoning.add(carried.json());
        }
    }

    private void recall() {
        reasoning.forEach(draft.out()::raw);
        reasoning.clear();
    }

    private void forget() {
        if (!reasoning.isEmpty()) {
            reasoning.clear();
            draft.drop("thinking");
        }
    }

    private void message() {
        if (text.isEmpty()) {
            return;
        }
        recall();
        var out = draft.out();
        out.startObject().field("type", "message").field("role", "assistant").name("content");
        out.startArray().startObject().field("type", "output_text");
        out.field("text", text.toString()).endObject().endArray().endObject();
        text.setLength(0);
    }

    private void call(Block.ToolUse call) {
        recall();
        var out = draft.out();
        out.startObject().field("type", "function_call");
        out.field("call_id", ResponsesDraft.callId(call.id()));
        out.field("name", call.name()).field("arguments", call.input()).endObject();
    }

    /** No call: it was none of the client's, and a model that sees one takes it for one. */
    private static String searched(Block.ServerToolUse search, @Nullable String hits) {
        var query = query(search.input());
        return (query == null ? "Web search:" : "Web search for \"" + query + "\":")
                + "\n\n"
                + (hits == null ? MISSING : hits);
    }

    private static @Nullable String query(String input) {
        try (var scan = JsonScan.of(input.getBytes(UTF_8))) {
            @Nullable String query = null;
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    query = scan.name().equals("query") ? scan.stringOrNull() : query;
                }
            }
            return query;
        }
    }

    /** What searches found, by their ids; the first of two that have one. */
    private static Map<String, String> found(List<Block> content) {
        var found = new HashMap<String, String>();
        for (var block : content) {
            if (block instanceof Block.WebSearchResult result) {
                found.putIfAbsent(result.toolUseId(), result.inWords());
            }
        }
        return found;
    }
}
