package dev.turnout.search.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTest {

    static List<Arguments> texts() {
        return List.of(
                Arguments.of("plain", "plain"),
                Arguments.of("  two\r\n\tlines \u2028 end ", "two lines end"),
                Arguments.of("a\u0000b\u001B[31mc\u007F", "ab[31mc"),
                Arguments.of("left\u202Eright\u2066\u200B\uFEFF", "leftright"),
                Arguments.of("tag" + Character.toString(0xE0041) + "s", "tags"),
                Arguments.of("vs" + Character.toString(0xE0101), "vs"),
                Arguments.of("a\uFE00\uFE0D\uFE07b", "ab"),
                Arguments.of("❤\uFE0F 1\uFE0F\u20E3", "❤ 1\u20E3"),
                Arguments.of("half\uD83D of", "half of"),
                Arguments.of("می\u200Cخواهم", "می\u200Cخواهم"),
                Arguments.of("👩\u200D💻", "👩\u200D💻"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void onlyWhatAReaderSeesIsLeft(String text, String visible) {
        assertThat(VisibleText.of(text, 100)).isEqualTo(visible);
    }

    @Test
    void aLongTextIsCut() {
        assertThat(VisibleText.of("abcdef", 3)).isEqualTo("abc");
        assertThat(VisibleText.of("abc", 3)).isEqualTo("abc");
    }

    @Test
    void noCharacterIsCutInHalves() {
        assertThat(VisibleText.of("ab👍", 3)).isEqualTo("ab");
        assertThat(VisibleText.of("ab👍", 4)).isEqualTo("ab👍");
    }
}
