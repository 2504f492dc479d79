package dev.turnout.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.SearchConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectedConfigTest {

    @Test
    void withNothingTheDemoAnswersAndSaysSo() {
        var detected = DetectedConfig.from(Map.of(), Optional::empty);

        assertThat(detected.config().providers()).containsOnlyKeys("demo");
        assertThat(targets(detected)).containsExactly(Target.of("demo/demo"));
        assertThat(detected.source()).contains("built-in demo");
    }

    @Test
    void theDemoShowsAWebSearchToo() {
        var detected = DetectedConfig.from(Map.of(), Optional::empty);

        assertThat(detected.config().routes())
                .hasEntrySatisfying(
                        "webSearch",
                        route -> assertThat(route.targets()).containsExactly(Target.SEARCH_DIRECT));
        assertThat(detected.config().search().engines())
                .extracting(SearchConfig.Engine::engine)
                .containsExactly("demo");
    }

    @Test
    void aRealProviderIsNotGivenMadeUpHits() {
        var detected = DetectedConfig.from(Map.of("DEEPSEEK_API_KEY", "k"), Optional::empty);

        assertThat(detected.config().routes()).containsOnlyKeys("default");
        assertThat(detected.config().search()).isEqualTo(SearchConfig.NONE);
    }

    @Test
    void anAnthropicKeyPassesTheClientsModelOn() {
        var detected =
                DetectedConfig.from(Map.of("ANTHROPIC_API_KEY", "sk-secret"), Optional::empty);

        assertThat(targets(detected)).containsExactly(Target.of("anthropic/*"));
        assertThat(detected.config().providers().get("anthropic"))
                .satisfies(p -> assertThat(p.key()).isEqualTo("env:ANTHROPIC_API_KEY"));
        assertThat(detected.source()).isEqualTo("Detected: anthropic (ANTHROPIC_API_KEY).");
    }

    @Test
    void onlyTheFirstProviderAnswersWithoutBeingNamed() {
        var detected =
                DetectedConfig.from(
                        Map.of("DEEPSEEK_API_KEY", "k", "ANTHROPIC_API_KEY", "k"),
                        () -> Optional.of(List.of("qwen3-coder:30b", "gpt-oss")));

        assertThat(detected.config().providers())
                .containsOnlyKeys("anthropic", "deepseek", "ollama");
        assertThat(targets(detected)).containsExactly(Target.of("anthropic/*"));
        assertThat(detected.source())
                .contains("anthropic (ANTHROPIC_API_KEY), deepseek (DEEPSEEK_API_KEY), ollama")
                .contains("the others only when they are named, as in deepseek/deepseek-v4-pro");
    }

    @Test
    void aLocalOllamaAnswersWithItsNewestModel() {
        var detected =
                DetectedConfig.from(Map.of(), () -> Optional.of(List.of("qwen3-coder:30b", "x")));

        assertThat(targets(detected)).containsExactly(Target.of("ollama/qwen3-coder:30b"));
    }

    @Test
    void anOllamaWithoutModelsIsMentionedOnly() {
        var detected = DetectedConfig.from(Map.of(), () -> Optional.of(List.of()));

        assertThat(targets(detected)).containsExactly(Target.of("demo/demo"));
        assertThat(detected.source()).contains("has no model");
    }

    @Test
    void providersOfEveryDialectAreFound() {
        var detected =
                DetectedConfig.from(
                        Map.of("OPENAI_API_KEY", "k", "GEMINI_API_KEY", "k"), Optional::empty);

        assertThat(detected.config().providers()).containsOnlyKeys("openai", "gemini");
    }

    @Test
    void aProviderWhoseModelNobodyKnowsIsMentionedOnly() {
        var detected =
                DetectedConfig.from(
                        Map.of("OLLAMA_API_KEY", "k", "GROQ_API_KEY", "k"), Optional::empty);

        assertThat(detected.config().providers()).containsOnlyKeys("demo");
        assertThat(detected.source())
                .contains("OLLAMA_API_KEY is set; which model")
                .contains("GROQ_API_KEY is set; which model");
    }

    @Test
    void aBlankVariableIsNone() {
        var detected = DetectedConfig.from(Map.of("ANTHROPIC_API_KEY", " "), Optional::empty);

        assertThat(detected.config().providers()).containsOnlyKeys("demo");
    }

    @Test
    void theDocumentMeansTheSameAndHoldsNoSecret() {
        var detected =
                DetectedConfig.from(Map.of("ANTHROPIC_API_KEY", "sk-secret"), Optional::empty);

        assertThat(Documents.read(detected.document(), Deployment.LAPTOP))
                .isEqualTo(new DocumentResult.Valid(detected.config(), List.of()));
        assertThat(detected.document()).doesNotContain("sk-secret");
    }

    private static List<Target> targets(DetectedConfig detected) {
        return Optional.ofNullable(detected.config().routes().get("default"))
                .orElseThrow()
                .targets();
    }
}
