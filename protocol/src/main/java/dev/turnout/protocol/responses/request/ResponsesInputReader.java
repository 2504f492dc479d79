package dev.turnout.protocol.responses.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Content;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.conversation.Turn.Role;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.ToolInput;
import dev.turnout.protocol.responses.wire.ResponsesRedacted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The field {@code input}: a text, or items. Each item is something on its own, so those that the
 * assistant said one after another are put together to a turn:
 *
 * <pre>
 *   reasoning │ message │ function_call │ function_call_output   ▶   thinking + text + call │ result
 * </pre>
 */
final class ResponsesInputReader {

    /** How the reasoning begins that OpenAI encrypted, in Fernet's form: nobody else reads it. */
    private static final String OPENAI_OWN = "gAAAA";

    private final ResponsesToolsReader tools;
    private final Set<String> dropped;
    private final List<Block.Text> system = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    /** What the assistant says in the turn that has not ended yet. */
    private Content said = new Content();

    ResponsesInputReader(ResponsesToolsReader tools, Set<String> dropped) {
        this.tools = tools;
        this.dropped = dropped;
    }

    /** Of messages that stand before all other items. */
    List<Block.Text> system() {
        return system;
    }

    List<Turn> turns() {
        endAssistant();
        return turns;
    }

    void read(JsonScan scan, JsonPlace place) {
        if (scan.isString()) {
            var text = scan.string();
            turn(Role.USER, text.isEmpty() ? List.of() : List.of(new Block.Text(text, false)));
        } else if (scan.enterArray()) {
            for (int i = 0; scan.nextElement(); i++) {
                Conversation.checkLength(i + 1, place);
                add(ResponsesItemReader.read(scan, place.to(i), dropped));
            }
        } else {
            throw place.wrong(scan, "a string or an array of items");
        }
    }

    private void add(ResponsesItemReader item) {
        switch (item.type()) {
            case "message" -> message(item);
            case "reasoning" -> reasoning(item);
            case "function_call" ->
                    call(item, item.toolName(false), ToolInput.object(item.arguments()));
            case "custom_tool_call" ->
                    call(item, item.toolName(true), ToolOrigin.input(item.input()));
            case "function_call_output", "custom_tool_call_output" ->
                    turn(
                            Role.USER,
                            List.of(
                                    new Block.ToolResult(
                                            item.requiredCallId(), item.content(), false)));
            case "tool_search_output", "additional_tools" -> tools(item);
            case "item_reference" ->
                    throw item.place()
                            .invalid(
                                    "Turnout keeps no items. Send the item itself, or use a route"
                                            + " to an openai-responses provider.");
            case "compaction", "compaction_trigger" ->
                    throw item.place()
                            .invalid(
                                    "Only OpenAI compacts in this form and reads what came of it."
                                            + " Have the client ask for a summary in a message, or"
                                            + " use a route to an openai-responses provider.");
            case "apply_patch_call",
                    "apply_patch_call_output",
                    "computer_call",
                    "computer_call_output",
                    "local_shell_call",
                    "local_shell_call_output",
                    "program",
                    "program_output",
                    "shell_call",
                    "shell_call_output" ->
                    throw item.place()
                            .invalid(
                                    "Only OpenAI's models call the tool of a "
                                            + item.type()
                                            + ". Declare a function in its place, or use a route"
                                            + " to an openai-responses provider.");
            case "code_interpreter_call",
                    "configuration_update",
                    "file_search_call",
                    "image_generation_call",
                    "mcp_approval_request",
                    "mcp_approval_response",
                    "mcp_call",
                    "mcp_list_tools",
                    "tool_search_call",
                    "web_search_call" ->
                    drop("input." + item.type());
            default -> drop("input.unknown");
        }
    }

    private void message(ResponsesItemReader item) {
        switch (item.role()) {
            case "user" -> turn(Role.USER, item.content());
            case "assistant" -> {
                said.gap();
                texts(item.content()).forEach(said::add);
            }
            case "system", "developer" -> system(texts(item.content()));
            default ->
                    throw item.place()
                            .to("role")
                            .invalid("Input should be user, assistant, system or developer.");
        }
    }

    /** Only the user, and what a call gave, bring images and files. */
    private List<Block.Text> texts(List<Block> content) {
        var texts = new ArrayList<Block.Text>();
        for (var block : content) {
            if (block instanceof Block.Text text) {
                texts.add(text);
            } else {
                dropped.add("input.attachment");
            }
        }
        return texts;
    }

    private void system(List<Block.Text> texts) {
        if (turns.isEmpty() && said.blocks().isEmpty()) {
            system.addAll(texts);
        } else {
            turn(Role.SYSTEM, List.copyOf(texts));
        }
    }

    /**
     * Toward whoever thought it, its text is signed by what came encrypted with it: a signature of
     * Anthropic's, or a seal of ours. What we marked as redacted is told so.
     */
    private void reasoning(ResponsesItemReader item) {
        var signature = item.encrypted();
        var redacted = signature == null ? null : ResponsesRedacted.data(signature);
        if (redacted != null) {
            said.add(new Block.RedactedThinking(redacted));
            return;
        }
        boolean vouched = signature != null && !signature.startsWith(OPENAI_OWN);
        if (vouched || !item.thought().isEmpty()) {
            said.add(new Block.Thinking(item.thought(), vouched ? signature : null));
        } else {
            dropped.add("thinking");
        }
    }

    private void tools(ResponsesItemReader item) {
        try (var scan = JsonScan.of(item.tools().getBytes(UTF_8))) {
            tools.load(scan, item.place().to("tools"));
        }
    }

    private void call(ResponsesItemReader item, String name, String input) {
        said.add(new Block.ToolUse(item.requiredCallId(), name, input));
    }

    private void drop(String name) {
        dropped.add(name);
        said.gap();
    }

    private void turn(Role role, List<Block> content) {
        endAssistant();
        turns.add(new Turn(role, content));
    }

    private void endAssistant() {
        if (!said.blocks().isEmpty()) {
            turns.add(new Turn(Role.ASSISTANT, said.blocks()));
            said = new Content();
        }
    }
}
