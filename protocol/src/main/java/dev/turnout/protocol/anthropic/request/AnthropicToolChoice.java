package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.ToolChoice.Kind;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonWriter;

/** The field {@code tool_choice}. */
final class AnthropicToolChoice {

    private AnthropicToolChoice() {}

    static ToolChoice read(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var type = "";
        String name = null;
        boolean parallel = true;
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "name" -> name = scan.stringOrNull();
                case "disable_parallel_tool_use" -> parallel = !scan.isTrue();
                default -> {}
            }
        }
        var kind =
                switch (type) {
                    case "auto" -> Kind.AUTO;
                    case "any" -> Kind.ANY;
                    case "tool" -> Kind.ONE;
                    case "none" -> Kind.NONE;
                    default ->
                            throw place.to("type")
                                    .invalid("Input should be auto, any, tool or none.");
                };
        return new ToolChoice(
                kind, kind == Kind.ONE ? place.to("name").required(name) : null, parallel);
    }

    static void write(ToolChoice choice, JsonWriter out) {
        out.name("tool_choice").startObject();
        switch (choice.kind()) {
            case AUTO -> out.field("type", "auto");
            case ANY -> out.field("type", "any");
            case ONE -> out.field("type", "tool");
            case NONE -> out.field("type", "none");
        }
        if (choice.tool() != null) {
            out.field("name", choice.tool());
        }
        if (!choice.parallel() && choice.kind() != Kind.NONE) {
            out.field("disable_parallel_tool_use", true);
        }
        out.endObject();
    }
}
