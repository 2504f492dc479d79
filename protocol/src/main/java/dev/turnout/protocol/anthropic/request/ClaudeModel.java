package dev.turnout.protocol.anthropic.request;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Claude models take, as Anthropic's documentation has it by their names; the hosts of a model
 * put something around its name.
 *
 * @param name in lower case
 */
record ClaudeModel(String name) {

    private static final Pattern UP_TO_4_5 = upTo4("[0-5]");
    private static final Pattern UP_TO_4_6 = upTo4("[0-6]");
    private static final Pattern ALWAYS_THINKING = Pattern.compile("claude-(fable|mythos)");

    /**
     * @param model the provider's own name of it, which need not be a Claude
     */
    static ClaudeModel of(String model) {
        return new ClaudeModel(model.toLowerCase(Locale.ROOT));
    }

    /** Whether it is one at all. */
    boolean isClaude() {
        return name.contains("claude");
    }

    /** Whether it thinks by a budget and knows no adaptive thinking: Claude 4.5 and older. */
    boolean thinksByBudget() {
        return UP_TO_4_5.matcher(name).find();
    }

    /** Whether it cannot be told not to think: Fable and Mythos. */
    boolean alwaysThinks() {
        return ALWAYS_THINKING.matcher(name).find();
    }

    /** Whether temperature, top_p and top_k may be said: Claude 4.6 and older, and all others. */
    boolean takesSampling() {
        return !isClaude() || UP_TO_4_6.matcher(name).find();
    }

    /** A version is one digit; a date behind it has eight. */
    private static Pattern upTo4(String minor) {
        return Pattern.compile(
                "claude-(v?[123]|instant|(opus|sonnet|haiku)-(3|4([-.]"
                        + minor
                        + ")?(?![-.]?\\d(?!\\d))))");
    }
}
