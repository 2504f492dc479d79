package dev.turnout.protocol.anthropic.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicUserIdTest {

    @Test
    void claudeCodeTellsDeviceAndSession() {
        var id = "{\"device_id\":\"d\",\"account_uuid\":\"\",\"session_id\":\"s\"}";
        assertThat(AnthropicUserId.of(id)).isEqualTo(new AnthropicUserId("d", "s"));
    }

    @Test
    void anAccountIsTheUserWhateverTheDevice() {
        var id = "{\"account_uuid\":\"a\",\"device_id\":\"d\"}";
        assertThat(AnthropicUserId.of(id)).isEqualTo(new AnthropicUserId("a", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"u-17", "{not json", "user_1_account__session_2"})
    void anythingElseIsTheUser(String id) {
        assertThat(AnthropicUserId.of(id)).isEqualTo(new AnthropicUserId(id, null));
    }
}
