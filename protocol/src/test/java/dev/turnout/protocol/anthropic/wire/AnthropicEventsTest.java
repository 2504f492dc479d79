package dev.turnout.protocol.anthropic.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnthropicEventsTest {

    @Test
    void aPingIsAWholeEvent() {
        assertThat(AnthropicEvents.ping())
                .asString(UTF_8)
                .isEqualTo("event: ping\ndata: {\"type\":\"ping\"}\n\n");
    }
}
