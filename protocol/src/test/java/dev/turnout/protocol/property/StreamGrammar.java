package dev.turnout.protocol.property;

import dev.turnout.contracts.Dialect;
import dev.turnout.protocol.translate.AnthropicGrammar;
import dev.turnout.protocol.translate.ChatGrammar;
import dev.turnout.protocol.translate.ResponsesGrammar;
import dev.turnout.protocol.translate.WrittenEvent;
import java.util.List;

/** The rules of the streams that clients of each dialect read. */
public final class StreamGrammar {

    private StreamGrammar() {}

    /**
     * What is wrong with a stream for a client that asked for usage.
     *
     * @param whole whether it is to have an end
     */
    public static List<String> violations(
            Dialect client, List<WrittenEvent> stream, boolean whole) {
        return switch (client) {
            case ANTHROPIC -> AnthropicGrammar.violations(stream, whole);
            case OPENAI_CHAT -> ChatGrammar.violations(stream, whole, true);
            case OPENAI_RESPONSES -> ResponsesGrammar.violations(stream, whole);
            case GEMINI -> throw new IllegalArgumentException("no client speaks it");
        };
    }

    /** The same of an answer that was damaged: the input of a tool may be anything then. */
    public static List<String> violationsOfDamaged(
            Dialect client, List<WrittenEvent> stream, boolean whole) {
        return violations(client, stream, whole).stream()
                .filter(violation -> !violation.startsWith("input: "))
                .filter(violation -> !violation.startsWith("arguments: "))
                .toList();
    }
}
