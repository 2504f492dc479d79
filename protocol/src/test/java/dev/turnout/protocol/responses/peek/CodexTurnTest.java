package dev.turnout.protocol.responses.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers as Codex sends them by its source; captures have only those of a main turn. */
class CodexTurnTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"request_kind\":\"turn\",\"thread_source\":\"user\",\"agent_name\":\"/root\",\"thread_id\":\"t\"}"
                        + " | MAIN | |",
                "{\"request_kind\":\"turn\",\"thread_source\":\"subagent\",\"subagent_kind\":\"thread_spawn\","
                        + "\"agent_name\":\"root/reviewer\",\"thread_id\":\"t\"} | SUBAGENT | reviewer | t",
                "{\"thread_source\":\"subagent\"}       | SUBAGENT   | |",
                "{\"request_kind\":\"compaction\"}      | COMPACTION | |",
                "{\"request_kind\":[\"compaction\"]}    | MAIN       | |",
                "{\"request_kind\":\"compaction\" [cut] | MAIN       | |",
                "7                                      | MAIN       | |",
            })
    void theMetadataTellWhatATurnIsFor(
            String metadata,
            RequestClass requestClass,
            @Nullable String agentType,
            @Nullable String agentId) {
        var inHeader = peek("{}", Map.of(CodexTurn.HEADER, metadata.strip()));
        assertThat(inHeader.requestClass()).isEqualTo(requestClass);
        assertThat(inHeader.agentType()).isEqualTo(agentType);
        assertThat(inHeader.agentId()).isEqualTo(agentId);

        var quoted = metadata.strip().replace("\"", "\\\"");
        var inBody = peek("{\"" + CodexTurn.HEADER + "\":\"" + quoted + "\"}", Map.of());
        assertThat(inBody.requestClass()).isEqualTo(requestClass);
        assertThat(inBody.agentType()).isEqualTo(agentType);
    }

    @ParameterizedTest
    @CsvSource({
        "x-openai-subagent, collab_spawn, SUBAGENT, ",
        "x-openai-subagent, review, SUBAGENT, review",
        "x-openai-subagent, compact, COMPACTION, compact",
        "x-openai-subagent, memory_consolidation, BACKGROUND, memory_consolidation",
        "x-openai-memgen-request, true, BACKGROUND, ",
        "x-codex-parent-thread-id, p, SUBAGENT, ",
        "x-codex-window-id, w, MAIN, "
    })
    void headersTellTheKindOfASubAgent(
            String header, String value, RequestClass requestClass, @Nullable String agentType) {
        var headers = new HashMap<>(Map.of(header, value, "thread-id", "t"));
        var traits = peek("{}", headers);
        assertThat(traits.requestClass()).isEqualTo(requestClass);
        assertThat(traits.agentType()).isEqualTo(agentType);
        boolean main = requestClass == RequestClass.MAIN || header.endsWith("memgen-request");
        assertThat(traits.agentId()).isEqualTo(main ? null : "t");
    }

    @Test
    void theHeaderCountsBeforeTheBody() {
        var traits =
                peek(
                        "{\"x-codex-turn-metadata\":\"{\\\"request_kind\\\":\\\"compaction\\\"}\"}",
                        Map.of(CodexTurn.HEADER, "{\"request_kind\":\"turn\"}"));
        assertThat(traits.requestClass()).isEqualTo(RequestClass.MAIN);
    }

    private static Traits peek(String clientMetadata, Map<String, String> headers) {
        var body =
                "{\"model\":\"m\",\"input\":\"Hello\",\"client_metadata\":" + clientMetadata + "}";
        return ResponsesPeek.peek(body.getBytes(UTF_8), Operation.GENERATE, headers::get).traits();
    }
}
