package dev.turnout.fakeprovider.rules.gemini;

import static dev.turnout.fakeprovider.rules.gemini.Names.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.fakeprovider.rules.Seal;
import java.util.function.Consumer;

/**
 * The rules for thought signatures (ai.google.dev, "Thought signatures"): Gemini 3 wants one on the
 * first call of each step of the current turn, and none that somebody else wrote.
 */
final class Signatures {

    /** What stands for a signature on calls that another model made. */
    private static final String SKIP = "skip_thought_signature_validator";

    private static final String MISSING =
            "Function call is missing a thought_signature in functionCall parts. This is required"
                    + " for tools to work correctly, and missing thought_signature may lead to"
                    + " degraded model performance. Additional data, function call `default_api:%s`"
                    + " , position %d. Please refer to"
                    + " https://ai.google.dev/gemini-api/docs/thought-signatures for more details.";

    private Signatures() {}

    static void check(JsonNode contents, Generation generation, Consumer<Violation> refuse) {
        var turns = Turn.of(contents);
        int asked = 0;
        for (int i = 0; i < turns.size(); i++) {
            asked = turns.get(i).asks() ? i : asked;
            for (var part : turns.get(i).parts()) {
                var signature = field(part, "thoughtSignature").asText();
                if (!signature.isEmpty()
                        && !signature.equals(SKIP)
                        && !Seal.THOUGHT_SIGNATURE.holds(signature)) {
                    refuse.accept(Violation.of("Corrupted thought signature."));
                }
            }
        }
        if (generation == Generation.NEW) {
            turns.subList(asked, turns.size()).forEach(turn -> step(turn, refuse));
        }
    }

    private static void step(Turn turn, Consumer<Violation> refuse) {
        for (var part : turn.parts()) {
            var call = field(part, "functionCall");
            if (!call.isMissingNode()) {
                if (field(part, "thoughtSignature").asText().isEmpty()) {
                    var name = field(call, "name").asText();
                    refuse.accept(Violation.of(MISSING.formatted(name, turn.position())));
                }
                return;
            }
        }
    }
}
