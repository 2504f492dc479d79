package dev.turnout.protocol.chat.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatStopTest {

    @ParameterizedTest
    @CsvSource({
        "stop,                          end_turn,                      tool_use",
        "STOP,                          end_turn,                      tool_use",
        "end,                           end_turn,                      tool_use",
        "eos,                           end_turn,                      tool_use",
        "whatever,                      end_turn,                      tool_use",
        "tool_calls,                    end_turn,                      tool_use",
        "function_call,                 end_turn,                      tool_use",
        "length,                        max_tokens,                    max_tokens",
        "MAX_TOKENS,                    max_tokens,                    max_tokens",
        "model_length,                  model_context_window_exceeded, model_context_window_exceeded",
        "model_context_window_exceeded, model_context_window_exceeded, model_context_window_exceeded",
        "content_filter,                refusal,                       refusal",
        "sensitive,                     refusal,                       refusal",
        "SAFETY,                        refusal,                       refusal",
    })
    void theModelStopsInAnthropicsWords(String finish, String without, String with) {
        assertThat(ChatStop.reason(finish, false)).isEqualTo(without);
        assertThat(ChatStop.reason(finish, true)).isEqualTo(with);
        assertThat(ChatStop.failure(finish)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "error,                        PROVIDER_ERROR",
        "network_error,                PROVIDER_ERROR",
        "insufficient_system_resource, PROVIDER_OVERLOADED",
        "stop,                         ",
    })
    void someReasonsAreFailures(String finish, @Nullable ProblemCode failure) {
        assertThat(ChatStop.failure(finish)).isEqualTo(failure);
    }
}
