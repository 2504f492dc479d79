package dev.turnout.protocol.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static final String OTHER = "gpt-5.6";

    /** Beyond a million tokens the rest is taken to be like the beginning. */
    @Test
    void aTextBeyondAllWindowsIsNotCountedToItsEnd() {
        var line = "The quick brown fox jumps over the lazy dog. ";
        long tokens = count(line.repeat(10_000), OTHER);
        var tally = new Tally(OTHER, PartCache.NONE);
        tally.text(line.repeat(100_000));
        assertThat(tally.tokens()).isCloseTo(10 * tokens, within(tokens / 10));
        tally.text(line.repeat(100_000));
        assertThat(tally.tokens()).isCloseTo(20 * tokens, within(tokens / 5));
    }

    @Test
    void aModelsOwnMeasureCounts() {
        var text = "Hello ".repeat(1000);
        long plain = count(text, OTHER);
        assertThat(count(text, "claude-haiku-4-5")).isEqualTo(Math.round(plain * 1.15));
        assertThat(count(text, "claude-opus-4-8")).isEqualTo(Math.round(plain * 1.5));
    }

    private static long count(String text, String model) {
        var tally = new Tally(model, PartCache.NONE);
        tally.text(text);
        return tally.tokens();
    }
}
