package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;

/** The field {@code tools}, and which of the deferred ones the model may call. */
final class AnthropicToolsReader {

    /** Stands in Claude Code's list for those that it has not loaded. */
    private static final String PLACEHOLDER = "DeferredToolPlaceholder";

    /** Types of the tools by which Anthropic's own models load others. */
    private static final String SEARCH = "tool_search_tool";

    private record Declared(Tool tool, boolean deferred) {}

    private final AnthropicNotes notes;
    private final List<Declared> declared = new ArrayList<>();
    private boolean placeholder;
    private boolean searched;

    AnthropicToolsReader(AnthropicNotes notes) {
        this.notes = notes;
    }

    void read(JsonScan scan, JsonPlace place) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        for (int i = 0; scan.nextElement(); i++) {
            declare(AnthropicToolReader.read(scan, place.to(i)));
        }
    }

    /**
     * All but those that are deferred and not loaded. Claude Code lists only what it has loaded,
     * beside its placeholder. Else a tool is loaded by a reference to it, or if it has been called;
     * without any reference, or where only the provider's own search could load more, nobody could,
     * so all are.
     */
    List<Tool> callable() {
        var callable = new ArrayList<Tool>();
        for (var each : declared) {
            var name = each.tool().name();
            if (!each.deferred()
                    || placeholder
                    || searched
                    || notes.loaded().isEmpty()
                    || notes.loaded().contains(name)
                    || notes.called().contains(name)) {
                callable.add(each.tool());
            } else {
                notes.drop("tools.deferred");
            }
        }
        return callable;
    }

    private void declare(AnthropicToolReader tool) {
        if (tool.deferred() && tool.isNamed(PLACEHOLDER)) {
            placeholder = true;
            notes.drop("tools.deferred");
        } else {
            var meaning = tool.meaning(notes);
            searched |= meaning instanceof Tool.Server served && served.type().startsWith(SEARCH);
            declared.add(new Declared(meaning, tool.deferred()));
        }
    }
}
