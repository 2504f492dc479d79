package dev.turnout.protocol.anthropic.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.routing.RequestClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicSignsTest {

    @ParameterizedTest(name = "{0}, hint {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                | main       | MAIN",
                "                                |            | MAIN",
                "                                | subagent   | SUBAGENT",
                "                                | compaction | COMPACTION",
                "                                | auxiliary  | BACKGROUND",
                "                                | workflow   | MAIN",
                "subagent                        | workflow   | SUBAGENT",
                "                                | side_reply | MAIN",
                "bare                            |            | BACKGROUND",
                "bare                            | main       | MAIN",
                "side                            | auxiliary  | MAIN",
                "side                            |            | MAIN",
                "side bare                       |            | MAIN",
                "search                          | auxiliary  | WEB_SEARCH",
                "search subagent                 | auxiliary  | WEB_SEARCH",
                "search bare                     |            | WEB_SEARCH",
                "search compaction subagent bare | main       | WEB_SEARCH",
                "compaction                      |            | COMPACTION",
                "compaction subagent bare        |            | COMPACTION",
                "compaction                      | main       | MAIN",
                "subagent                        |            | SUBAGENT",
                "subagent bare                   |            | SUBAGENT",
            })
    void theFirstRuleThatFitsWins(
            @Nullable String signs, @Nullable String hint, RequestClass requestClass) {
        var told = signs(signs == null ? "" : signs);
        assertThat(told.classOf(Operation.GENERATE, hint)).isEqualTo(requestClass);
        assertThat(told.classOf(Operation.COUNT_TOKENS, hint)).isEqualTo(RequestClass.COUNT);
    }

    private static AnthropicSigns signs(String words) {
        return new AnthropicSigns(
                words.contains("search"),
                words.contains("compaction"),
                words.contains("side"),
                words.contains("subagent"),
                words.contains("bare"));
    }
}
