package dev.turnout.protocol.responses.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.responses.relay.ResponsesReplyReader;
import org.junit.jupiter.api.Test;

class ResponsesEventsTest {

    @Test
    void aPingIsACommentThatLeavesNoEventOpen() {
        assertThat(new String(ResponsesEvents.ping(), UTF_8)).isEqualTo(": ping\n\n");
        var reader = ResponsesReplyReader.of(true);
        reader.read(ResponsesEvents.ping());
        assertThat(reader.betweenEvents()).isTrue();
        assertThat(reader.meaningful()).isFalse();
    }

    @Test
    void whatIsRedactedIsToldFromASignature() {
        assertThat(ResponsesRedacted.data(ResponsesRedacted.encrypted("RWFzdGVy")))
                .isEqualTo("RWFzdGVy");
        assertThat(ResponsesRedacted.data("EqQBCgIYAhIM")).isNull();
    }
}
