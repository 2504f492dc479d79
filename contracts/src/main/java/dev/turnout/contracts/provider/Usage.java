package dev.turnout.contracts.provider;

/**
 * Tokens of one answer, counted as Anthropic counts: the whole prompt is the sum of the three input
 * kinds.
 *
 * @param input prompt tokens neither read from nor written to a cache
 * @param cacheRead prompt tokens read from the provider's cache
 * @param cacheWrite prompt tokens written to it
 * @param output tokens of the answer, thinking included
 * @param thinking those of the output that the model thought; 0 where nobody says
 * @param webSearches searches that the provider ran
 * @param reported whether the provider told at all; without, the numbers are 0
 */
public record Usage(
        long input,
        long cacheRead,
        long cacheWrite,
        long output,
        long thinking,
        long webSearches,
        boolean reported) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, false);

    /** Without a word on thinking. */
    public Usage(
            long input,
            long cacheRead,
            long cacheWrite,
            long output,
            long webSearches,
            boolean reported) {
        this(input, cacheRead, cacheWrite, output, 0, webSearches, reported);
    }

    /** Tokens of the whole prompt. */
    public long prompt() {
        return input + cacheRead + cacheWrite;
    }
}
