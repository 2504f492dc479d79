package dev.turnout.adapter.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Asked;
import dev.turnout.adapter.provider.BaseUrl;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.kit.profile.AuthStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The model {@code coder} gives 8,192 at most, of {@code other} no limit is known. */
    @ParameterizedTest
    @CsvSource({
        // qwen-code's
        "other, 8000, 32000, 8000, 7999",
        "other, 32000, 31999, 32000, 31999",
        "other, 32000, 32000, 32000, 31999",
        // by our own limit
        "coder, 32000, 16000, 8192, 8191",
        "coder, 32000, 8191, 8192, 8191",
        "coder, 32000, 4000, 8192, 4000",
        // no room for a budget, or none that can be read
        "other, 1024, 2000, 1024, 2000",
        "other, 1025, 2000, 1025, 1024",
        "other, 8000, null, 8000, null",
        "other, 8000, \"9000\", 8000, \"9000\"",
        "other, 8e3, 9000, 8e3, 9000",
        "other, 8000, 99999999999999999999, 8000, 7999"
    })
    void thinkingTakesLessThanTheWholeAnswer(
            String model, String asked, String budget, String sent, String sentBudget) {
        var form =
                "{\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":%s},\"model\":\"%s\",\"max_tokens\":%s,"
                        + MESSAGES
                        + "}";
        var known = model.equals("coder") ? "vendor/qwen \\\"3\\\"" : model;

        assertThat(edited("fake/" + model, form.formatted(budget, model, asked)))
                .isEqualTo(form.formatted(sentBudget, known, sent));
    }

    @Test
    void interleavedThinkingMayTakeMoreThanOneAnswer() {
        var body =
                "{\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":32000},\"model\":\"other\","
                        + "\"max_tokens\":8000,"
                        + MESSAGES
                        + "}";
        var beta =
                new Header(
                        "Anthropic-Beta", "claude-code-20250219,interleaved-thinking-2025-05-14");

        assertThat(
                        apply(
                                Asked.of("fake/other").withBody(body).withHeaders(List.of(beta)),
                                provider(false)))
                .isEqualTo(body);
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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sealedThinkingIsCutTowardEveryProvider(boolean requiresSignedThinking) {
        var body =
                """
                {"model":"glm","messages":[{"role":"user","content":"x"},{"role":"assistant","content":[\
                {"type":"thinking","thinking":"hm","signature":"tn1.e30.AA"},{"type":"text","text":"y"}]},\
                {"role":"assistant","content":[{"signature":"tn1.e30.AA","type":"thinking"}]},\
                {"role":"user","content":"z"}]}""";
        var asked = Asked.of("fake/glm").withBody(body);

        assertThat(apply(asked, provider(requiresSignedThinking)))
                .isEqualTo(
                        """
                        {"model":"glm","messages":[{"role":"user","content":"x"},{"role":"assistant","content":[\
                        {"type":"text","text":"y"}]},\
                        {"role":"user","content":"z"}]}""");
    }

    /** Anthropic demands the thinking before calls whose results are brought. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"enabled\",\"budget_tokens\":90000} | {\"type\":\"disabled\"}",
                "{\"type\":\"adaptive\"}                        | {\"type\":\"adaptive\"}"
            })
    void thinkingWithABudgetIsSwitchedOffWhereCallsLoseTheirs(String asked, String sent) {
        var calling =
                "[{\"type\":\"thinking\",\"signature\":\"tn1.e30.AA\"},{\"type\":\"tool_use\"}]";
        var called = "[{\"type\":\"tool_use\"}]";

        assertThat(edited("fake/glm", amidCalls(calling, asked, "")))
                .isEqualTo(amidCalls(called, sent, ""));
    }

    /** Without thinking, Anthropic refuses to clear it. */
    @Test
    void withThinkingGoesWhatIsToBeClearedOfIt() {
        var calling =
                "[{\"type\":\"thinking\",\"signature\":\"tn1.e30.AA\"},{\"type\":\"tool_use\"}]";
        var called = "[{\"type\":\"tool_use\"}]";
        var enabled = "{\"type\":\"enabled\"}";
        var disabled = "{\"type\":\"disabled\"}";
        var clear = "{\"type\":\"clear_thinking_20251015\",\"keep\":\"all\"}";
        var other = "{\"type\":\"clear_tool_uses_20250919\"}";

        assertThat(edited("fake/glm", amidCalls(calling, enabled, clear)))
                .isEqualTo(amidCalls(called, disabled, ""));
        assertThat(edited("fake/glm", amidCalls(calling, enabled, clear + "," + other)))
                .isEqualTo(amidCalls(called, disabled, other));
        assertThat(edited("fake/glm", amidCalls(called, enabled, clear)))
                .isEqualTo(amidCalls(called, enabled, clear));
    }

    private static String amidCalls(String assistant, String thinking, String edits) {
        return """
        {"model":"glm","max_tokens":8000,"context_management":{"edits":[%s]},"messages":[{"role":"user","content":"x"},\
        {"role":"assistant","content":%s},{"role":"user","content":[{"type":"tool_result"}]}],"thinking":%s}"""
                .formatted(edits, assistant, thinking);
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
