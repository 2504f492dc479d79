package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Content;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;

/** The field {@code messages}. A message's role may stand behind its content. */
final class AnthropicTurnsReader {

    private final AnthropicNotes notes;
    private final List<Turn> turns = new ArrayList<>();

    AnthropicTurnsReader(AnthropicNotes notes) {
        this.notes = notes;
    }

    List<Turn> turns() {
        return turns;
    }

    void read(JsonScan scan, JsonPlace place) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        while (scan.nextElement()) {
            Conversation.checkLength(turns.size() + 1, place);
            turns.add(message(scan, place.to(turns.size())));
        }
    }

    private Turn message(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var role = "";
        List<AnthropicBlock> content = List.of();
        while (scan.nextField()) {
            switch (scan.name()) {
                case "role" -> role = scan.string();
                case "content" -> content = blocks(scan, place.to("content"));
                case "output_config" -> notes.drop("messages.output_config");
                case "clear_at" -> notes.drop("messages.clear_at");
                default -> notes.drop("unknown");
            }
        }
        var spoken =
                switch (role) {
                    case "user" -> Turn.Role.USER;
                    case "assistant" -> Turn.Role.ASSISTANT;
                    case "system" -> Turn.Role.SYSTEM;
                    default ->
                            throw place.to("role")
                                    .invalid("Input should be user, assistant or system.");
                };
        return new Turn(spoken, understood(content, spoken));
    }

    /** The content on which the scan stands, as far as it can be said in this role. */
    List<Block> content(JsonScan scan, JsonPlace place, Turn.Role role) {
        return understood(blocks(scan, place), role);
    }

    private static List<AnthropicBlock> blocks(JsonScan scan, JsonPlace place) {
        if (!scan.isString() && !scan.isArray()) {
            throw place.wrong(scan, "a string or an array of blocks");
        }
        return AnthropicBlock.all(scan, place);
    }

    private List<Block> understood(List<AnthropicBlock> blocks, Turn.Role role) {
        var content = new Content();
        var understood = new AnthropicBlocksReader(notes, role, content);
        blocks.forEach(understood::add);
        return content.blocks();
    }
}
