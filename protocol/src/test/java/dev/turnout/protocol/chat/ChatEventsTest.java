package dev.turnout.protocol.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChatEventsTest {

    @Test
    void aPingIsACommentThatLeavesNoEventOpen() {
        assertThat(new String(ChatEvents.ping(), UTF_8)).isEqualTo(": ping\n\n");
        var reader = new ChatReplyReader(true);
        reader.read(ChatEvents.ping());
        assertThat(reader.betweenEvents()).isTrue();
        assertThat(reader.meaningful()).isFalse();
    }
}
