package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolSchema;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool as it stands in a request; its type, which may come last, says what it is. */
final class AnthropicToolReader {

    private static final String CUSTOM = "custom";

    private final JsonPlace place;

    /** What it had that no conversation has a place for, by name. */
    private final List<String> lost = new ArrayList<>();

    private @Nullable String name;
    private String type = CUSTOM;
    private String description = "";
    private String examples = "";
    private String schema = ToolSchema.EMPTY;
    private @Nullable Boolean strict;
    private boolean deferred;
    private String json = "";

    private AnthropicToolReader(JsonPlace place) {
        this.place = place;
    }

    static AnthropicToolReader read(JsonScan scan, JsonPlace place) {
        int start = scan.start();
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var tool = new AnthropicToolReader(place);
        while (scan.nextField()) {
            if (!scan.isNull()) {
                tool.field(scan);
            }
        }
        if (tool.isServed()) {
            tool.json = scan.compact(start);
        }
        return tool;
    }

    private void field(JsonScan scan) {
        switch (scan.name()) {
            case "type" -> type = place.to("type").text(scan);
            case "name" -> name = scan.stringOrNull();
            case "description" -> description = scan.string();
            case "input_schema" -> schema = ToolSchema.read(scan, place.to("input_schema"));
            case "input_examples" -> examples = examples(scan);
            case "strict" -> strict = scan.isTrue();
            case "defer_loading" -> deferred = scan.isTrue();
            case "cache_control" -> lost.add("cache_control");
            case "eager_input_streaming", "allowed_callers", "max_characters" ->
                    lost.add("tools." + scan.name());
            default -> lost.add("unknown");
        }
    }

    boolean deferred() {
        return deferred;
    }

    boolean isNamed(String other) {
        return other.equals(name);
    }

    /** What it is, and a note of what of it is not said. */
    Tool meaning(AnthropicNotes notes) {
        if (isServed()) {
            return new Tool.Server(name == null ? type : name, type, json);
        }
        notes.dropped().addAll(lost);
        var called = place.to("name").required(name);
        var typed = AnthropicTypedTool.of(type);
        return typed == null
                ? new Tool.Function(called, description + examples, schema, strict)
                : new Tool.Function(called, typed.description(), typed.schema(), strict);
    }

    /** Whether the provider runs it, or else nobody that is known. */
    private boolean isServed() {
        return !type.equals(CUSTOM) && AnthropicTypedTool.of(type) == null;
    }

    /** Told in the description, for providers that have no field for them. */
    private static String examples(JsonScan scan) {
        var text = new StringBuilder();
        if (scan.enterArray()) {
            text.append("\n\nExamples of input:");
            while (scan.nextElement()) {
                text.append('\n').append(scan.compact(scan.start()));
            }
        }
        return text.toString();
    }
}
