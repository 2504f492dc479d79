package dev.turnout.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    @Test
    void goesByTheNamesThatUsersWrite() {
        assertThat(Stream.of(Dialect.values()).map(Dialect::id))
                .containsExactly("anthropic", "openai-chat", "openai-responses", "gemini");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(Dialect dialect) {
        assertThat(Dialect.of(dialect.id())).isSameAs(dialect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anthropic", "ANTHROPIC", "openai"})
    void anotherNameIsNone(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.of(name))
                .withMessageContaining("no dialect is named " + name);
    }
}
