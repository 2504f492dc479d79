package dev.turnout.fakeprovider.rules.gemini;

import static dev.turnout.fakeprovider.rules.gemini.Names.each;
import static dev.turnout.fakeprovider.rules.gemini.Names.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one side says until the other speaks. Contents of the model's that follow each other are one
 * turn: Google's own SDK gives the chunks of a stream back so.
 *
 * @param position the number of its last content, from 1
 */
record Turn(boolean isModels, List<JsonNode> parts, int position) {

    static List<Turn> of(JsonNode contents) {
        var turns = new ArrayList<Turn>();
        for (var content : each(contents)) {
            boolean model = field(content, "role").asText().equals("model");
            var parts = new ArrayList<JsonNode>();
            int position = 1;
            if (!turns.isEmpty()) {
                position = turns.getLast().position() + 1;
                if (model && turns.getLast().isModels()) {
                    parts.addAll(turns.removeLast().parts());
                }
            }
            parts.addAll(each(field(content, "parts")));
            turns.add(new Turn(model, parts, position));
        }
        return turns;
    }

    long calls() {
        return count("functionCall");
    }

    long responses() {
        return count("functionResponse");
    }

    /** Whether the user says something of his own here, not results only. */
    boolean asks() {
        return !isModels && responses() < parts.size();
    }

    private long count(String kind) {
        return parts.stream().filter(part -> !field(part, kind).isMissingNode()).count();
    }
}
