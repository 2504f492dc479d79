package dev.turnout.protocol.responses.request;

import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Reasoning.Mode;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The field {@code reasoning}. */
final class ResponsesReasoningReader {

    private ResponsesReasoningReader() {}

    /**
     * How much the model is to think; null where nothing is said. Who wants summaries wants it to
     * think: OpenAI's models do so unasked, others do not.
     */
    static @Nullable Reasoning read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        @Nullable String word = null;
        boolean summary = false;
        while (scan.nextField()) {
            if (scan.isNull()) {
                continue;
            }
            switch (scan.name()) {
                case "effort" -> word = place.to("effort").text(scan);
                case "summary", "generate_summary" -> summary = true;
                case "context", "mode" -> dropped.add("reasoning." + scan.name());
                default -> dropped.add("unknown");
            }
        }
        if (word != null) {
            var effort = effort(word, place.to("effort"));
            return new Reasoning(effort == null ? Mode.OFF : Mode.ON, effort, null);
        }
        return summary ? new Reasoning(Mode.ON, null, null) : null;
    }

    private static @Nullable Effort effort(String word, JsonPlace place) {
        return switch (word) {
            case "none" -> null;
            case "minimal", "low" -> Effort.LOW;
            case "medium" -> Effort.MEDIUM;
            case "high" -> Effort.HIGH;
            case "xhigh" -> Effort.XHIGH;
            case "max" -> Effort.MAX;
            default ->
                    throw place.invalid(
                            "Input should be none, minimal, low, medium, high, xhigh or max.");
        };
    }
}
