package dev.turnout.adapter.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Asked;
import dev.turnout.adapter.provider.BaseUrl;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.kit.profile.AuthStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyEditsTest {

    private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]";

    @Test
    void theModelIsNamedAsTheProviderDoes() {
        assertThat(edited("fake/Coder", "{ \"model\" : \"claude\" ," + MESSAGES + "}"))
                .isEqualTo("{ \"model\" : \"vendor/qwen \\\"3\\\"\" ," + MESSAGES + "}");
    }

    @Test
    void aModelOfWhichNothingIsKnownIsNamedByItsTarget() {
        assertThat(edited("fake/glm-5.3", "{\"model\":\"claude\"," + MESSAGES + "}"))
                .isEqualTo("{\"model\":\"glm-5.3\"," + MESSAGES + "}");
    }

    @Test
    void theClientsNameStaysWhereTheTargetLeavesItOpen() {
        var body = "{\"model\":\"claude-opus-5-5\"," + MESSAGES + "}";

        assertThat(edited("fake/*", body)).isEqualTo(body);
    }

    @Test
    void nothingIsEditedWhereNothingChanges() {
        var body = "{\"model\":\"glm-5.3\",\"max_tokens\":1," + MESSAGES + "}";
        var asked = Asked.of("fake/glm-5.3").withBody(body);

        assertThat(BodyEdits.of(asked.call(), asked.body(), provider(true)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "8193, 8192",
        "128000, 8192",
        "99999999999999999999, 8192",
        "8192, 8192",
        "1, 1",
        "-1, -1",
        "1e6, 1e6",
        "\"9000\", \"9000\"",
        "null, null"
    })
    void noMoreTokensAreAskedForThanTheModelHas(String asked, String sent) {
        assertThat(edited("fake/coder", body(asked))).contains("\"max_tokens\":" + sent + ",");
    }

    @Test
    void tokensAreNotLimitedWhereNoLimitIsKnown() {
        assertThat(edited("fake/other", body("128000"))).contains("\"max_tokens\":128000,");
    }

    @Test
    void routingTagsAreCut() {
        var body =
                """
                {"model":"glm","system":[{"type":"text","text":"a<CCR-SUBAGENT-MODEL>x/y</CCR-SUBAGENT-MODEL>b"}],\
                "messages":[{"role":"user","content":"x"}]}""";

        assertThat(edited("fake/glm", body))
                .isEqualTo(
                        """
                        {"model":"glm","system":[{"type":"text","text":"ab"}],\
                        "messages":[{"role":"user","content":"x"}]}""");
    }

    @Test
    void unsignedThinkingIsCutOnlyTowardThoseThatDemandSignatures() {
        var body =
                """
                {"model":"glm","messages":[{"role":"user","content":"x"},{"role":"assistant","content":[\
                {"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"y"}]},\
                {"role":"user","content":"z"}]}""";
        var asked = Asked.of("fake/glm").withBody(body);

        assertThat(apply(asked, provider(false))).isEqualTo(body);
        assertThat(apply(asked, provider(true)))
                .isEqualTo(
                        """
                        {"model":"glm","messages":[{"role":"user","content":"x"},{"role":"assistant","content":[\
                        {"type":"text","text":"y"}]},\
                        {"role":"user","content":"z"}]}""");
    }

    private static String body(String maxTokens) {
        return "{\"model\":\"m\",\"max_tokens\":" + maxTokens + "," + MESSAGES + "}";
    }

    private static String edited(String target, String body) {
        return apply(Asked.of(target).withBody(body), provider(false));
    }

    private static String apply(Asked asked, Provider.Remote provider) {
        var edits = BodyEdits.of(asked.call(), asked.body(), provider);
        return new String(edits.apply(asked.body()), UTF_8);
    }

    private static Provider.Remote provider(boolean requiresSignedThinking) {
        return new Provider.Remote(
                "fake",
                Dialect.ANTHROPIC,
                BaseUrl.of("https://relay.example"),
                false,
                AuthStyle.NONE,
                null,
                List.of(),
                Map.of("coder", new Provider.Model("vendor/qwen \"3\"", 8_192)),
                requiresSignedThinking,
                Set.of(),
                Resilience.DEFAULT);
    }
}
