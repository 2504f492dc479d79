package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedTokensTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "«0», 1",
        "«0»«1»«2», 3",
        "«1», -1", // lost at the start
        "«0»«2», -1", // lost in the middle
        "«0»«1»«1», -1", // doubled
        "«1»«0», -1", // out of order
        "«0»«1, -1", // cut
        "«0»x, -1",
    })
    void countsOnlyWhatCountsUp(String text, int expected) {
        // When
        int count = NumberedTokens.count(text);

        // Then
        assertThat(count).isEqualTo(expected);
    }
}
