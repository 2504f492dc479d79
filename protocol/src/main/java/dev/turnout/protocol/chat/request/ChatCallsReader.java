package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.ToolInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The field {@code tool_calls} of an assistant's message. */
final class ChatCallsReader {

    /**
     * What is called.
     *
     * @param input a JSON object as text
     */
    record Function(String name, String input) {

        static Function read(JsonScan scan, JsonPlace place) {
            if (!scan.enterObject()) {
                throw place.wrong(scan, "an object");
            }
            @Nullable String name = null;
            var input = "{}";
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "name" -> name = scan.stringOrNull();
                    case "arguments" -> input = ToolInput.object(scan.string());
                    case "input" -> input = ToolOrigin.input(scan.string());
                    default -> {}
                }
            }
            return new Function(place.to("name").required(name), input);
        }
    }

    private ChatCallsReader() {}

    static List<Block> read(JsonScan scan, JsonPlace place) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        var calls = new ArrayList<Block>();
        while (scan.nextElement()) {
            calls.add(call(scan, place.to(calls.size())));
        }
        return calls;
    }

    private static Block call(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        @Nullable String id = null;
        @Nullable Function called = null;
        while (scan.nextField()) {
            switch (scan.name()) {
                case "id" -> id = scan.stringOrNull();
                case "function", "custom" -> called = Function.read(scan, place.to(scan.name()));
                default -> {}
            }
        }
        if (called == null) {
            throw place.to("function").invalid("Field required. Say what is called.");
        }
        return new Block.ToolUse(place.to("id").required(id), called.name(), called.input());
    }
}
