package dev.turnout.protocol.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"toolu_01A", "call_1", "functions.Read:0"})
    void aShortIdStays(String id) {
        assertThat(ToolIds.atMost(40, id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"functions.Read:0", "call 1", "call|fc_1", "\u00e4", ""})
    void anIdThatAnthropicRefusesIsReplacedByOneMadeFromIt(String id) {
        assertThat(ToolIds.plain(id)).matches("toolu_gw_[0-9a-f]{24}").isEqualTo(ToolIds.plain(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"toolu_01A", "call_1", "Abcdef12", "Abcdef1234", "Abcdef-12"})
    void anIdThatMistralRefusesIsReplacedByOneMadeFromIt(String id) {
        assertThat(ToolIds.nine(id)).matches("[0-9a-f]{9}").isEqualTo(ToolIds.nine(id));
        assertThat(ToolIds.nine(id)).isNotEqualTo(ToolIds.nine(id + "x"));
    }

    @Test
    void anIdThatMistralTakesStays() {
        assertThat(ToolIds.nine("Abcdef123")).isEqualTo("Abcdef123");
    }

    @Test
    void longIdsStayDifferent() {
        var one = "toolu_" + "x".repeat(60) + "1";
        var other = "toolu_" + "x".repeat(60) + "2";
        assertThat(ToolIds.atMost(40, one)).hasSize(33).isNotEqualTo(ToolIds.atMost(40, other));
        assertThat(ToolIds.plain(one)).isEqualTo(ToolIds.atMost(40, one));
    }
}
