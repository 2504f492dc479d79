package dev.turnout.protocol.responses.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.Capture;
import dev.turnout.protocol.conversation.ToolOrigin;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How answers have to call the tools of a request, which no provider is told. */
class ToolOriginsTest {

    @Test
    void toolsOfCodexsNamespaceAreKnownByTheirFunctions() {
        var origins =
                ResponsesRequestReader.read(Capture.of("responses/codex-responses-1").body())
                        .toolOrigins();
        assertThat(origins)
                .containsOnlyKeys(
                        "multi_agent_v1__close_agent",
                        "multi_agent_v1__resume_agent",
                        "multi_agent_v1__send_input",
                        "multi_agent_v1__spawn_agent",
                        "multi_agent_v1__wait_agent")
                .containsEntry(
                        "multi_agent_v1__spawn_agent",
                        new ToolOrigin("multi_agent_v1", "spawn_agent", false));
    }

    @Test
    void toolsThatTakeATextAreKnownAndPlainFunctionsAreNot() {
        var request =
                """
                {"model":"m","input":"x","tools":[
                  {"type":"custom","name":"apply_patch"},
                  {"type":"function","name":"Read","parameters":null},
                  {"type":"namespace","name":"mcp__x__","tools":[{"type":"custom","name":"y"}]}]}
                """;
        assertThat(ResponsesRequestReader.read(request.getBytes(UTF_8)).toolOrigins())
                .isEqualTo(
                        Map.of(
                                "apply_patch",
                                new ToolOrigin(null, "apply_patch", true),
                                "mcp__x__y",
                                new ToolOrigin("mcp__x__", "y", true)));
    }
}
