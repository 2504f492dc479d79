package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Content;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.Turn.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the blocks of one message mean. The switch is the table of the dialect's blocks. */
final class AnthropicBlocksReader {

    private static final String WEB_SEARCH = "web_search";

    private final AnthropicNotes notes;
    private final Role role;
    private final Content content;
    private final boolean inResult;

    AnthropicBlocksReader(AnthropicNotes notes, Role role, Content content) {
        this(notes, role, content, false);
    }

    /**
     * @param inResult whether these are the blocks of a tool's result, which holds neither calls
     *     nor other results
     */
    private AnthropicBlocksReader(
            AnthropicNotes notes, Role role, Content content, boolean inResult) {
        this.notes = notes;
        this.role = role;
        this.content = content;
        this.inResult = inResult;
    }

    /** Adds what the block says, and notes what of it is not said. */
    void add(AnthropicBlock block) {
        switch (block.type) {
            case "" ->
                    throw block.place.to("type").invalid("Field required. Name the block's type.");
            case "text" -> text(block);
            case "compaction", "tool_use", "tool_result" -> {
                if (inResult) {
                    drop(block.type);
                } else {
                    ofTurn(block);
                }
            }
            case "image", "document", "search_result", "tool_reference" -> {
                if (role == Role.USER) {
                    ofUser(block);
                } else {
                    drop(block.type);
                }
            }
            case "thinking", "redacted_thinking", "server_tool_use", "web_search_tool_result" -> {
                if (role == Role.ASSISTANT) {
                    ofAssistant(block);
                } else {
                    drop(block.type);
                }
            }
            case "tool_addition", "tool_removal" -> {
                if (role == Role.SYSTEM) {
                    tools(block, block.type.equals("tool_addition"));
                } else {
                    drop(block.type);
                }
            }
            case "tool_search_tool_result" -> {
                loaded(block.content);
                drop(block.type);
            }
            case "web_fetch_tool_result",
                    "code_execution_tool_result",
                    "bash_code_execution_tool_result",
                    "text_editor_code_execution_tool_result",
                    "container_upload",
                    "mcp_tool_use",
                    "mcp_tool_result",
                    "mcp_tool_listing",
                    "advisor_tool_result",
                    "fallback",
                    "browser_state" ->
                    drop(block.type);
            default -> drop("unknown");
        }
    }

    private void ofTurn(AnthropicBlock block) {
        switch (block.type) {
            case "compaction" -> compaction(block);
            case "tool_use" -> toolUse(block);
            default -> {
                if (role == Role.USER) {
                    toolResult(block);
                } else {
                    drop(block.type);
                }
            }
        }
    }

    private void ofUser(AnthropicBlock block) {
        switch (block.type) {
            case "image" -> said(block, new Block.Image(image(block)));
            case "document" -> document(block);
            case "search_result" -> said(block, new Block.Text(searchResult(block), block.cached));
            default -> reference(block);
        }
    }

    private void ofAssistant(AnthropicBlock block) {
        switch (block.type) {
            case "thinking" ->
                    said(block, new Block.Thinking(orEmpty(block.text), block.signature));
            case "redacted_thinking" ->
                    said(block, new Block.RedactedThinking(orEmpty(block.data)));
            case "web_search_tool_result" -> webSearchResult(block);
            default -> {
                if (WEB_SEARCH.equals(block.name)) {
                    said(block, new Block.ServerToolUse(id(block), WEB_SEARCH, input(block)));
                } else {
                    drop(block.type);
                }
            }
        }
    }

    private void text(AnthropicBlock block) {
        if (block.text == null) {
            throw block.place.to("text").invalid("Field required, a string.");
        }
        if (!block.text.isEmpty()) {
            notes.dropped().addAll(block.lost);
            content.add(new Block.Text(block.text, block.cached));
        }
    }

    /** The summary of what stood before it. */
    private void compaction(AnthropicBlock block) {
        var summary = AnthropicBlock.texts(block.content);
        if (summary.isEmpty()) {
            drop(block.type);
        } else {
            said(block, new Block.Text(summary, block.cached));
        }
    }

    private void toolUse(AnthropicBlock block) {
        if (role != Role.ASSISTANT) {
            throw block.place.invalid(
                    "tool_use stands in messages of the assistant only. Move it there.");
        }
        var name = block.place.to("name").required(block.name);
        notes.called().add(name);
        said(block, new Block.ToolUse(id(block), name, input(block)));
    }

    private void toolResult(AnthropicBlock block) {
        var id = block.place.to("tool_use_id").required(block.toolUseId);
        var result = new Content();
        var inner = new AnthropicBlocksReader(notes, role, result, true);
        block.content.forEach(inner::add);
        var blocks = result.blocks();
        // What is cached up to a result is cached up to its last text.
        boolean marked =
                block.cached && !blocks.isEmpty() && blocks.getLast() instanceof Block.Text;
        if (marked && blocks.removeLast() instanceof Block.Text last) {
            blocks.add(new Block.Text(last.text(), true));
        }
        block.cached &= !marked;
        said(block, new Block.ToolResult(id, blocks, block.error));
    }

    private void webSearchResult(AnthropicBlock block) {
        var id = block.place.to("tool_use_id").required(block.toolUseId);
        @Nullable String failure = null;
        for (var part : block.content) {
            notes.dropped().addAll(part.lost);
            if (part.errorCode != null) {
                failure = part.errorCode;
            }
        }
        var hits =
                block.content.stream()
                        .filter(part -> part.type.equals("web_search_result"))
                        .map(
                                hit ->
                                        new Block.Hit(
                                                orEmpty(hit.title), orEmpty(hit.url), hit.pageAge))
                        .toList();
        said(block, new Block.WebSearchResult(id, hits, failure));
    }

    private void document(AnthropicBlock block) {
        var media = media(block);
        if (!(media instanceof Media.Plain(var text) && text.isEmpty())) {
            said(block, new Block.Document(media, block.title));
        }
        if (block.source != null) {
            block.source.images().forEach(this::add);
        }
    }

    private void reference(AnthropicBlock block) {
        var tool = block.place.to("tool_name").required(block.name);
        notes.loaded().add(tool);
        said(block, new Block.ToolReference(tool));
    }

    /** Tools that are there, or not, from here on. */
    private void tools(AnthropicBlock block, boolean added) {
        for (var tool : block.content) {
            if (tool.name != null && added) {
                notes.loaded().add(tool.name);
                said(block, new Block.ToolReference(tool.name));
            } else if (tool.name != null) {
                said(block, new Block.Text("Tool " + tool.name + " is no longer available", false));
            }
        }
    }

    private void loaded(List<AnthropicBlock> found) {
        for (var block : found) {
            if (block.type.equals("tool_reference") && block.name != null) {
                notes.loaded().add(block.name);
            }
            loaded(block.content);
        }
    }

    private void said(AnthropicBlock block, Block meaning) {
        notes.dropped().addAll(block.lost);
        if (block.cached && !(meaning instanceof Block.Text)) {
            notes.drop("cache_control");
        }
        content.add(meaning);
    }

    private void drop(String type) {
        notes.drop("messages." + type);
        content.gap();
    }

    private static Media media(AnthropicBlock block) {
        if (block.source == null || block.source.media() == null) {
            throw block.place.to("source").invalid("Field required. Say where the bytes are.");
        }
        return block.source.media();
    }

    private static Media image(AnthropicBlock block) {
        var media = media(block);
        if (media instanceof Media.Plain) {
            throw block.place.to("source").invalid("Input should be base64, url or file.");
        }
        return media;
    }

    private static String searchResult(AnthropicBlock block) {
        var source = block.source == null ? "" : block.source.name();
        return "Search result: %s\n%s\n\n%s"
                .formatted(orEmpty(block.title), source, AnthropicBlock.texts(block.content));
    }

    private static String id(AnthropicBlock block) {
        return block.place.to("id").required(block.id);
    }

    private static String input(AnthropicBlock block) {
        return block.input == null ? "{}" : block.input;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
