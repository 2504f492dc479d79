package dev.turnout.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Answered;
import dev.turnout.acceptance.client.EventStream;
import dev.turnout.acceptance.client.Request;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar.Author;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Until the first event another target may answer; from then on none may. */
interface FailoverScenarios extends Scenario {

    /** A patience that ends soon, and is long enough for a target that works. */
    int PATIENCE_MS = 3_000;

    @ParameterizedTest
    @EnumSource(
            names = {
                "CONNECTION_REFUSED",
                "CONNECTION_RESET",
                "STATUS_408",
                "STATUS_409",
                "STATUS_429",
                "STATUS_500",
                "STATUS_503",
                "STATUS_529",
                "FIRST_EVENT_IS_AN_ERROR"
            })
    default void aStreamFailsOverBeforeItsFirstEvent(Fault fault) {
        // When
        var answer = stage().send(Request.stream("claude-x").fromAgent(fault.route()));

        // Then
        assertAnsweredBy(fault.rescue(), answer);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_REFUSED", "CONNECTION_RESET", "STATUS_429", "STATUS_503"})
    default void aDocumentFailsOver(Fault fault) {
        // When
        var answer = stage().send(Request.whole("claude-x").fromAgent(fault.route()));

        // Then
        assertAnsweredBy(fault.rescue(), answer);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "HANGS_BEHIND_THE_HEAD"})
    default void aStreamFailsOverWhenPatienceEnds(Fault fault) {
        // Given
        stage().stack().pushConfig(impatient());

        // When
        var answer = stage().send(Request.stream("claude-x").fromAgent(fault.route()));

        // Then
        assertAnsweredBy(fault.rescue(), answer);
    }

    @Test
    default void aRefusalIsFinalAndPassesAsItIs() {
        // When
        var answer = stage().send(Request.stream("claude-x").fromAgent(Fault.STATUS_400.route()));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(stage().received().sent());
        assertThat(answer.header("x-turnout-attempts")).isEqualTo("1");
        assertThat(stage().asked(Fault.STATUS_400.rescueModel())).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER_CONTENT", "END_AFTER_CONTENT"})
    default void afterContentAnErrorIsTheEnd(Fault fault) {
        // When
        var answer = stage().send(Request.stream("claude-x").fromAgent(fault.route()));

        // Then
        assertBrokenBehindContent(fault, answer);
    }

    @Test
    default void silenceAfterContentIsTheEndToo() {
        // Given
        stage().stack().pushConfig(impatient());

        // When
        var answer =
                stage().send(
                                Request.stream("claude-x")
                                        .fromAgent(Fault.SILENT_AFTER_CONTENT.route()));

        // Then
        assertBrokenBehindContent(Fault.SILENT_AFTER_CONTENT, answer);
    }

    private String impatient() {
        return Stage.usual(stage().provider()).patience(PATIENCE_MS, PATIENCE_MS).toString();
    }

    private static void assertAnsweredBy(String target, Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.tokens()).isEqualTo(20);
        assertThat(answer.header("x-turnout-target")).isEqualTo(target);
        assertThat(answer.header("x-turnout-attempts")).isEqualTo("2");
    }

    private void assertBrokenBehindContent(Fault fault, Answered answer) {
        var stream = EventStream.of(answer.text());
        var sent = EventStream.of(new String(stage().received().sent(), UTF_8)).events();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(stream.events()).startsWith(sent.toArray(String[]::new));
        assertThat(stream.events()).hasSize(sent.size() + 1);
        assertThat(stream.lastName()).isEqualTo("error");
        assertThat(AnthropicGrammar.violations(answer.body(), Author.PROVIDER)).isEmpty();
        assertThat(stage().asked(fault.rescueModel())).isZero();
    }
}
