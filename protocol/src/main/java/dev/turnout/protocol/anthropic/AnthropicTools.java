package dev.turnout.protocol.anthropic;

import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;

/** The field {@code tools}, and which of the deferred ones the model may call. */
final class AnthropicTools {

    /** Stands in Claude Code's list for those that it has not loaded. */
    private static final String PLACEHOLDER = "DeferredToolPlaceholder";

    private record Declared(Tool tool, boolean deferred) {}

    private final AnthropicNotes notes;
    private final List<Declared> declared = new ArrayList<>();
    private boolean placeholder;

    AnthropicTools(AnthropicNotes notes) {
        this.notes = notes;
    }

    void read(JsonScan scan, JsonPlace place) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        for (int i = 0; scan.nextElement(); i++) {
            declare(AnthropicToolDraft.read(scan, place.to(i)));
        }
    }

    /**
     * All but those that are deferred and not loaded. Claude Code lists only what it has loaded,
     * beside its placeholder. Else a tool is loaded by a reference to it, or if it has been called;
     * without any reference nobody could load tools, so all are.
     */
    List<Tool> callable() {
        var callable = new ArrayList<Tool>();
        for (var each : declared) {
            var name = each.tool().name();
            if (!each.deferred()
                    || placeholder
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

    private void declare(AnthropicToolDraft tool) {
        if (tool.deferred() && tool.isNamed(PLACEHOLDER)) {
            placeholder = true;
            notes.drop("tools.deferred");
        } else {
            declared.add(new Declared(tool.meaning(notes), tool.deferred()));
        }
    }
}
