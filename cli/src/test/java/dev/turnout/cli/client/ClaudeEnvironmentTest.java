package dev.turnout.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaudeEnvironmentTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:3456");

    private final ClaudeEnvironment environment = new ClaudeEnvironment(ADDRESS, "to_a_b");

    @Test
    void namesWhatIsToBeSet() {
        assertThat(environment.variables())
                .containsExactly(
                        Map.entry("ANTHROPIC_BASE_URL", "http://127.0.0.1:3456"),
                        Map.entry("ANTHROPIC_AUTH_TOKEN", "to_a_b"),
                        Map.entry("CLAUDE_CODE_GATEWAY_HINT_HEADERS", "1"),
                        Map.entry("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "1"),
                        Map.entry("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"));
    }

    @Test
    void addressAndTokenAreTurnoutsWhateverIsSet() {
        var result =
                environment.over(
                        Map.of(
                                "ANTHROPIC_BASE_URL", "https://elsewhere.example",
                                "ANTHROPIC_AUTH_TOKEN", "another"));

        assertThat(result)
                .containsEntry("ANTHROPIC_BASE_URL", "http://127.0.0.1:3456")
                .containsEntry("ANTHROPIC_AUTH_TOKEN", "to_a_b");
    }

    @Test
    void theRestStaysAsTheUserHasSetIt() {
        var result =
                environment.over(
                        Map.of("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "0", "EDITOR", "vi"));

        assertThat(result)
                .containsEntry("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "0")
                .containsEntry("CLAUDE_CODE_GATEWAY_HINT_HEADERS", "1")
                .containsEntry("EDITOR", "vi");
    }

    @Test
    void theProvidersKeyIsNotSentToTheGateway() {
        assertThat(environment.over(Map.of("ANTHROPIC_API_KEY", "sk-ant-1")))
                .doesNotContainKey("ANTHROPIC_API_KEY");
    }

    @Test
    void aProxyIsGoneAround() {
        assertThat(environment.over(Map.of())).containsEntry("NO_PROXY", "127.0.0.1");
        assertThat(environment.over(Map.of("no_proxy", "corp.example")))
                .containsEntry("NO_PROXY", "corp.example,127.0.0.1")
                .containsEntry("no_proxy", "corp.example,127.0.0.1");
        assertThat(environment.over(Map.of("NO_PROXY", "*"))).containsEntry("NO_PROXY", "*");
    }
}
