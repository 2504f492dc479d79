package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules 4 and 5 for one part of an item. */
final class ResponsesPartCheck {

    private final String type;
    private final Consumer<String> violation;
    private final StringBuilder text = new StringBuilder();
    private boolean textDone;
    private @Nullable JsonNode done;

    ResponsesPartCheck(JsonNode added, Consumer<String> violation) {
        this.type = added.path("type").asText();
        this.violation = violation;
        if (!textOf(added).isEmpty()) {
            violation.accept("rule 4: a part is not empty when it is added: " + added);
        }
    }

    void next(String event, JsonNode data) {
        if (done != null) {
            violation.accept("rule 4: " + event + " of a part that is done");
        }
        if (event.endsWith("_part.done")) {
            done = data.path("part");
            if (!textDone) {
                violation.accept("rule 4: a part is done before its text: " + data);
            }
            same(data.path("part"));
            return;
        }
        if (!event.startsWith("response." + deltas() + ".")) {
            violation.accept("rule 4: " + event + " in a part of type " + type);
        }
        if (textDone) {
            violation.accept("rule 4: " + event + " behind the done of the text");
        }
        if (event.endsWith(".delta")) {
            text.append(data.path("delta").asText());
        } else {
            textDone = true;
            same(data);
        }
    }

    /** How the part stands in its item. */
    void end(JsonNode part) {
        if (done == null) {
            violation.accept("rule 4: a part is never done: " + part);
        }
        same(part);
    }

    private void same(JsonNode told) {
        if (!textOf(told).contentEquals(text)) {
            violation.accept("rule 5: the deltas were " + text + ", not " + textOf(told));
        }
    }

    private String textOf(JsonNode told) {
        return told.path(type.equals("refusal") ? "refusal" : "text").asText();
    }

    /** How the events are named that bear the deltas of this type. */
    private String deltas() {
        return type.equals("summary_text") ? "reasoning_summary_text" : type;
    }
}
