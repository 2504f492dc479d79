package dev.turnout.protocol.chat.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.chat.relay.ChatReplyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatEventsTest {

    @Test
    void aPingIsACommentThatLeavesNoEventOpen() {
        assertThat(new String(ChatEvents.ping(), UTF_8)).isEqualTo(": ping\n\n");
        var reader = new ChatReplyReader(true);
        reader.read(ChatEvents.ping());
        assertThat(reader.betweenEvents()).isTrue();
        assertThat(reader.meaningful()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`data: [DONE]`, true",
                "`data:[DONE]`, true",
                "`data:  [DONE] `, true",
                "`data: [DONE]]`, false",
                "`data: [DONE`, false",
                "`data:   `, false"
            })
    void theEndMayHaveBlanksAroundIt(String line, boolean end) {
        var reader = new ChatReplyReader(true);
        reader.read((line + "\n\n").getBytes(UTF_8));
        assertThat(reader.complete()).isEqualTo(end);
    }
}
