package dev.turnout.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.EventStream;
import dev.turnout.acceptance.client.Request;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of Anthropic's is answered by a provider that speaks OpenAI's chat dialect. */
interface TranslationScenarios extends Scenario {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-x",
                "fake-blocks",
                "fake-stream-500",
                "fake-stream-5x20",
                "fake-dribble-1"
            })
    default void aStreamIsTranslated(String model) {
        // When
        var answer = stage().send(Request.stream("chat/" + model));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/event-stream");
        assertThat(AnthropicGrammar.violations(answer.body())).isEmpty();
        assertThat(AnthropicGrammar.promptTokens(answer.body())).isEqualTo(11 + 22 + 33);
        assertThat(stage().received().path()).isEqualTo("/v1/chat/completions");
    }

    @Test
    default void everyTokenComes() {
        // When
        var streamed = stage().send(Request.stream("chat/fake-stream-500"));
        var whole = stage().send(Request.whole("chat/fake-stream-500"));

        // Then
        assertThat(streamed.tokens()).isEqualTo(500);
        assertThat(whole.tokens()).isEqualTo(500);
    }

    @Test
    default void theProviderGetsItsOwnDialect() {
        // When
        stage().send(Request.stream("chat/gpt-x"));

        // Then
        var body = stage().received().json();
        assertThat(body.path("model").asText()).isEqualTo("gpt-x");
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(body.at("/messages/0/content").asText()).isEqualTo("Grüß dich / ☀");
        assertThat(body.at("/messages/1/content").asText()).isEqualTo("Zähle bis zwanzig 🚂");
        assertThat(body.at("/stream_options/include_usage").asBoolean()).isTrue();
        assertThat(body.has("future_field")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "fake-status-429, 429, rate_limit_error",
        "fake-status-500, 500, api_error",
        "fake-status-503, 503, api_error",
        "fake-status-401, 502, api_error",
        "fake-status-400, 400, invalid_request_error",
        "fake-too-long-200000, 400, invalid_request_error",
        "fake-first-event-error, 500, api_error"
    })
    default void aFailureComesInTheClientsWords(String model, int status, String type) {
        // When
        var answer = stage().send(Request.stream("chat/" + model));

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorType()).isEqualTo(type);
    }

    @Test
    default void aPromptThatIsTooLongIsSaidSoThatTheClientMakesItShorter() {
        // When
        var answer = stage().send(Request.stream("chat/fake-too-long-200000"));

        // Then
        assertThat(answer.json().at("/error/message").asText())
                .startsWith("prompt is too long: 200001 tokens > 200000 maximum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-cut-6", "fake-end-6"})
    default void aStreamThatBreaksOffEndsInAnErrorEvent(String model) {
        // When
        var answer = stage().send(Request.stream("chat/" + model));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(EventStream.of(answer.text()).lastName()).isEqualTo("error");
        assertThat(AnthropicGrammar.violations(answer.body())).isEmpty();
    }

    @Test
    default void failoverCrossesDialects() {
        // Given
        var document =
                Stage.usual(stage().provider())
                        .route("default", "chat/fake-status-503", "vendor/claude-behind");
        stage().stack().pushConfig(document.toString());

        // When
        var answer = stage().send(Request.stream("claude-x"));

        // Then
        assertThat(answer.header("x-turnout-target")).isEqualTo("vendor/claude-behind");
        assertThat(answer.tokens()).isEqualTo(20);
    }

    @Test
    default void tokensAreCountedWithoutTheProvider() throws Exception {
        // Given
        var request =
                stage().to("/v1/messages/count_tokens?beta=true")
                        .header("x-api-key", stage().stack().key())
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(Request.whole("chat/gpt-x").body()));

        // When
        var answer = stage().client().exchange(request);

        // Then
        assertThat(answer.json().path("input_tokens").asInt()).isBetween(10, 60);
        assertThat(stage().provider().requests()).isEmpty();
    }

    @Test
    default void aToolCallComesWhole() {
        // When
        var answer = stage().send(Request.whole("chat/fake-blocks"));

        // Then
        var call = answer.json().at("/content/2");
        assertThat(call.path("type").asText()).isEqualTo("tool_use");
        assertThat(call.at("/input/city").asText()).isEqualTo("Zürich");
        assertThat(new String(answer.body(), UTF_8)).contains("wants ☀ or ☔.");
    }
}
