package dev.turnout.contracts.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @Test
    void endsBehindItsLastByte() {
        assertThat(new Span(10, 4).end()).isEqualTo(14);
        assertThat(new Span(0, 0).end()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1"})
    void liesInABody(int offset, int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(offset, length));
    }
}
