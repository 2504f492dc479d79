package dev.turnout.protocol.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.turnout.protocol.Resources;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private static final Encoding EXACT =
            Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "Hello, 1",
        "'Hello, Claude', 3",
        "You are a scientist, 4",
        "'    int x = 5;', 7",
        "<|endoftext|>, 7",
    })
    void aTextHasItsTokens(String text, long tokens) {
        assertThat(Tokenizer.count(text)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cc-main-plain", "cc-mcp-tool-result", "chat/qwen-chat-tool"})
    void whatPeopleAndProgramsWriteIsCountedExactly(String capture) {
        var text =
                new String(
                        Resources.bytes("captures/" + capture + ".json"), StandardCharsets.UTF_8);
        assertThat(Tokenizer.count(text)).isEqualTo(EXACT.countTokensOrdinary(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", " ", "\n", "!", "=", "\u6f22", "\ud83d\ude00", "7", "aB", "-=", "\t"})
    void whatNobodyWritesIsCountedNearly(String part) {
        var text = "before " + part.repeat(20_000 / part.length()) + " behind";
        long exact = EXACT.countTokensOrdinary(text);
        assertThat(Tokenizer.count(text)).isCloseTo(exact, within(exact / 4));
    }

    @Test
    void halfACharacterIsNoFault() {
        assertThat(Tokenizer.count("\ud83d")).isPositive();
        assertThat(Tokenizer.count("\ud83d\ude00".repeat(1000) + "\ude00")).isPositive();
    }
}
