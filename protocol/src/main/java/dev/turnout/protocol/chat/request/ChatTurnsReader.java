package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.conversation.Turn.Role;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The field {@code messages}. */
final class ChatTurnsReader {

    private final Set<String> dropped;
    private final List<Block.Text> system = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    /** The older calls have no ids: their number stands for one. */
    private int functionCalls;

    ChatTurnsReader(Set<String> dropped) {
        this.dropped = dropped;
    }

    /** Of messages that stand before any other. */
    List<Block.Text> system() {
        return system;
    }

    List<Turn> turns() {
        return turns;
    }

    void read(JsonScan scan, JsonPlace place) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        for (int i = 0; scan.nextElement(); i++) {
            Conversation.checkLength(i + 1, place);
            add(ChatMessageReader.read(scan, place.to(i), dropped));
        }
    }

    private void add(ChatMessageReader message) {
        switch (message.role()) {
            case "system", "developer" -> system(message.content());
            case "user" -> turn(Role.USER, message.content());
            case "assistant" -> assistant(message);
            case "tool" -> result(message, message.callId());
            case "function" -> result(message, "call_" + functionCalls);
            default ->
                    throw message.place()
                            .to("role")
                            .invalid(
                                    "Input should be system, developer, user, assistant, tool or"
                                            + " function.");
        }
    }

    private void system(List<Block> content) {
        if (turns.isEmpty()) {
            for (var block : content) {
                if (block instanceof Block.Text text) {
                    system.add(text);
                }
            }
        } else {
            turn(Role.SYSTEM, content.stream().filter(Block.Text.class::isInstance).toList());
        }
    }

    private void assistant(ChatMessageReader message) {
        var content = new ArrayList<>(message.content());
        if (message.functionCall() != null) {
            var call = message.functionCall();
            functionCalls++;
            content.add(new Block.ToolUse("call_" + functionCalls, call.name(), call.input()));
        }
        turn(Role.ASSISTANT, content);
    }

    private void result(ChatMessageReader message, String id) {
        turn(Role.USER, List.of(new Block.ToolResult(id, message.content(), false)));
    }

    private void turn(Role role, List<Block> content) {
        turns.add(new Turn(role, content));
    }
}
