package dev.turnout.protocol.count;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;

/**
 * Counts the tokens of whole requests, for models whose provider does not: {@code o200k_base} over
 * all texts, times what is known of the model's own tokenizer.
 *
 * <p>A coding client's request takes tens of milliseconds, one that is made to be slow as much as a
 * second, so this has no place on an event loop. Used by many threads at once.
 */
public final class TokenCounter {

    private final PartCache parts;

    /**
     * @param parts remembers system and tools, which are the most of a coding client's prompt
     */
    public TokenCounter(PartCache parts) {
        this.parts = parts;
    }

    /**
     * Loads the vocabulary (some 0.2 s), which the first count would do else. Any number of times.
     */
    public static void warmUp() {
        Tokenizer.warmUp();
    }

    /**
     * Tokens of the prompt of a request. {@link ProblemException} with {@code INVALID_REQUEST}
     * where the body is no JSON object, with {@code POLICY_BLOCKED} for a dialect that is not
     * spoken.
     *
     * @param body in that dialect, decompressed; what is odd in it counts nothing
     * @param model the provider's own name of it
     */
    public long count(Dialect dialect, byte[] body, String model) {
        var tally = new Tally(ModelCost.of(model));
        switch (dialect) {
            case ANTHROPIC -> new AnthropicPrompt(body, tally, parts).read();
            case OPENAI_CHAT -> new ChatPrompt(body, tally, parts).read();
            case OPENAI_RESPONSES, GEMINI ->
                    throw Problem.of(
                                    ProblemCode.POLICY_BLOCKED,
                                    "Prompts in " + dialect.id() + " are not counted.")
                            .asException();
        }
        return tally.tokens();
    }

    /** Tokens of a plain text. */
    static long countText(String text, String model) {
        var tally = new Tally(ModelCost.of(model));
        tally.text(text);
        return tally.tokens();
    }

    static ProblemException noRequest(JsonScan scan) {
        return Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "The body is " + scan.kind() + ". Send a JSON object with messages.")
                .asException();
    }
}
