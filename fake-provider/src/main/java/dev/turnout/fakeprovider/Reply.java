package dev.turnout.fakeprovider;

import java.util.List;

/**
 * What a model says, before it is decided how it travels.
 *
 * @param model the name that the answer bears
 * @param stopReason in Anthropic's words ({@code end_turn}, {@code tool_use} …), or any other as it
 *     is to stand in the answer; OpenAI's Responses fail with one that they do not know, and Gemini
 *     blocks the prompt for a {@code refusal} without blocks
 */
public record Reply(String model, List<Block> blocks, String stopReason, Usage usage) {

    public Reply {
        blocks = List.copyOf(blocks);
    }

    /**
     * Tokens as Anthropic reports them.
     *
     * @param input prompt tokens outside the cache
     * @param cacheCreation prompt tokens written to the cache
     * @param cacheRead prompt tokens read from it
     * @param output tokens of the answer
     */
    public record Usage(int input, int cacheCreation, int cacheRead, int output) {

        /** The whole prompt, as OpenAI and Google count it. */
        int prompt() {
            return input + cacheCreation + cacheRead;
        }
    }

    /** Tokens of reasoning, one a delta; they are a part of the output. */
    int reasoningTokens() {
        return blocks.stream()
                .mapToInt(block -> block instanceof Block.Thinking some ? some.deltas().size() : 0)
                .sum();
    }

    /** Prose of {@code count} {@linkplain NumberedTokens numbered tokens}, one a delta. */
    public static Reply numbered(String model, int count) {
        var text = new Block.Text(NumberedTokens.first(count));
        return new Reply(model, List.of(text), "end_turn", new Usage(11, 22, 33, count));
    }

    /** Prose in one delta. */
    public static Reply text(String model, String text) {
        var block = new Block.Text(List.of(text));
        return new Reply(model, List.of(block), "end_turn", new Usage(11, 22, 33, 7));
    }

    /** A search of the vendor's own with {@code hits} hits, and prose that cites them. */
    public static Reply searched(String model, int hits) {
        return new Reply(
                model,
                List.of(
                        new Block.WebSearch("turnout railway switch", Hit.numbered(hits)),
                        new Block.Text(NumberedTokens.first(5))),
                "end_turn",
                new Usage(11, 22, 33, 5));
    }

    /** Thinking, prose and a call of {@code get_weather}: a block of each kind of the model's. */
    public static Reply everyBlock(String model) {
        return new Reply(
                model,
                List.of(
                        new Block.Thinking(List.of("The user ", "wants ☀ or ☔."), "c2lnbmF0dXJl"),
                        new Block.Text(NumberedTokens.first(5)),
                        new Block.ToolUse(
                                "toolu_01FakeProviderTool0001",
                                "get_weather",
                                List.of("", "{\"city\": \"Zür", "ich\"}"))),
                "tool_use",
                new Usage(11, 22, 33, 44));
    }
}
