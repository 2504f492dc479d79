package dev.turnout.protocol.count;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a family of models makes of a prompt, beside its text.
 *
 * <p>The factors stand for tokenizers that nobody publishes: they are starting values that were not
 * verified by us, and real usage should correct them. Overheads and images are from Anthropic's
 * documentation (pricing, vision; August 2026).
 *
 * @param factor tokens for one of {@code o200k_base}
 * @param tools tokens of the prompt that comes with tools
 * @param forcedTools the same where the model has to call one
 * @param longEdge pixels to which a larger image is scaled down
 * @param mostOfImage tokens of one image at most
 */
record ModelCost(double factor, int tools, int forcedTools, int longEdge, int mostOfImage) {

    /** Pixels on the edge of what Claude takes as one token of an image. */
    private static final int PATCH = 28;

    private static final double V3 = 1.15;
    private static final double V47 = 1.5;
    private static final double V5 = 1.5;

    private record Rule(Pattern names, ModelCost cost) {}

    /** The first that fits the name of a model. */
    private static final List<Rule> RULES =
            List.of(
                    rule("claude-opus-4[.-]7", large(V47, 675, 804)),
                    rule("claude-opus-4[.-]8", large(V47, 290, 410)),
                    rule("claude-haiku|claude-\\d|claude-v?2|claude-instant", small(496, 588)),
                    rule("claude-(opus|sonnet)-4[.-]6", small(497, 589)),
                    rule("claude-(opus|sonnet)-4", small(496, 588)),
                    rule("claude-opus", large(V5, 286, 406)),
                    rule("claude-(sonnet|fable|mythos)", large(V5, 354, 474)));

    private static final ModelCost OTHER = new ModelCost(1, 0, 0, 1568, 1568);

    /** What is known of a model by its name, wherever in it the family stands. */
    static ModelCost of(String model) {
        for (var rule : RULES) {
            if (rule.names().matcher(model).find()) {
                return rule.cost();
            }
        }
        return OTHER;
    }

    /** Tokens of an image; as many as one may have where its size is not known. */
    long image(@Nullable ImageSize size) {
        if (size == null) {
            return mostOfImage;
        }
        double scale = Math.min(1, (double) longEdge / Math.max(size.width(), size.height()));
        long tokens = patches(size.width() * scale) * patches(size.height() * scale);
        return Math.min(mostOfImage, tokens);
    }

    private static long patches(double pixels) {
        return (long) Math.ceil(pixels / PATCH);
    }

    private static ModelCost small(int tools, int forcedTools) {
        return new ModelCost(V3, tools, forcedTools, 1568, 1568);
    }

    private static ModelCost large(double factor, int tools, int forcedTools) {
        return new ModelCost(factor, tools, forcedTools, 2576, 4784);
    }

    private static Rule rule(String names, ModelCost cost) {
        return new Rule(Pattern.compile(names, Pattern.CASE_INSENSITIVE), cost);
    }
}
