package dev.turnout.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.acceptance.client.Answered;
import dev.turnout.fakeprovider.grammar.ChatGrammar;
import dev.turnout.fakeprovider.grammar.ChatGrammar.Usage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of OpenAI's chat dialect, before providers of either dialect. */
interface OpenAiScenarios extends Scenario {

    private static String chat(String model, boolean stream) {
        return """
        { "stream":%s, "future_field" : [1.50],  "model":"%s",
          "messages":[ {"role":"user", "content":"Zähle \\u00fc bis zwanzig 🚂" } ] }
        """
                .formatted(stream, model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-x", "fake-blocks", "fake-stream-500", "fake-dribble-1"})
    default void aStreamPassesByteForByteBetweenEqualDialects(String model) throws IOException {
        // Given
        stage().provider().allowUnknownFields();

        // When
        var answer = stage().post("/v1/chat/completions", chat("chat/" + model, true));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(stage().received().sent());
        assertThat(new String(stage().received().body(), UTF_8)).isEqualTo(chat(model, true));
    }

    @Test
    default void aDocumentPassesByteForByteBetweenEqualDialects() throws IOException {
        // Given
        stage().provider().allowUnknownFields();

        // When
        var answer = stage().post("/v1/chat/completions", chat("chat/gpt-x", false));

        // Then
        assertThat(answer.body()).isEqualTo(stage().received().sent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-x", "fake-blocks", "fake-stream-500"})
    default void aStreamIsTranslatedFromMessages(String model) throws IOException {
        // When
        var answer = stage().post("/v1/chat/completions", chat("vendor/" + model, true));

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/event-stream");
        assertThat(ChatGrammar.violations(answer.body(), Usage.NOT_ASKED)).isEmpty();
        assertThat(stage().received().path()).isEqualTo("/v1/messages");
        assertThat(stage().received().header("anthropic-version")).isPresent();
    }

    @Test
    default void aDocumentIsTranslatedFromMessages() throws IOException {
        // When
        var answer = stage().post("/v1/chat/completions", chat("vendor/fake-blocks", false));

        // Then
        var choice = answer.json().at("/choices/0");
        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(choice.at("/message/tool_calls/0/function/name").asText())
                .isEqualTo("get_weather");
        assertThat(answer.json().at("/usage/prompt_tokens").asInt()).isEqualTo(11 + 22 + 33);
    }

    @ParameterizedTest
    @CsvSource({
        "vendor/fake-status-429, 429, rate_limit_exceeded",
        "vendor/fake-status-503, 503, server_error",
        "vendor/fake-too-long-200000, 400, context_length_exceeded"
    })
    default void aFailureComesInOpenAisWords(String model, int status, String code)
            throws IOException {
        // When
        var answer = stage().post("/v1/chat/completions", chat(model, true));

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(List.of(text(answer, "/error/code"), text(answer, "/error/type")))
                .contains(code);
    }

    @Test
    default void aWrongKeyIsRefusedInOpenAisWords() throws IOException {
        // When
        var answer =
                stage().client()
                        .exchange(
                                stage().to("/v1/chat/completions")
                                        .header("authorization", "Bearer to_wrong_key")
                                        .POST(BodyPublishers.ofString(chat("chat/gpt-x", false))));

        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(text(answer, "/error/code")).isEqualTo("invalid_api_key");
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
    }

    @Test
    default void embeddingsAreRelayed() throws IOException {
        // When
        var answer =
                stage().post(
                                "/v1/embeddings",
                                "{\"model\":\"chat/embed-x\",\"input\":[\"a\",\"b\"]}");

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(stage().received().sent());
        assertThat(stage().received().model()).isEqualTo("embed-x");
    }

    @Test
    default void embeddingsNeedAModelThatHasThem() throws IOException {
        // When
        var answer = stage().post("/v1/embeddings", "{\"model\":\"any\",\"input\":\"a\"}");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer, "/error/message")).contains("provider/model");
    }

    @Test
    default void modelsAreListedAsTheClientReadsThem() throws IOException {
        // Given
        var document =
                Stage.usual(stage().provider())
                        .alias("claude-gw-coder", "chat/gpt-x")
                        .route("background", "chat/gpt-small");
        stage().stack().pushConfig(document.toString());

        // When
        var openAi = models("authorization", "Bearer " + stage().stack().key());
        var anthropic =
                models("x-api-key", stage().stack().key(), "anthropic-version", "2023-06-01");

        // Then
        assertThat(openAi.path("object").asText()).isEqualTo("list");
        assertThat(ids(openAi))
                .contains("claude-gw-coder", "chat/gpt-small", "vendor/claude-usual");
        assertThat(ids(anthropic))
                .contains("claude-gw-coder", "claude-gw/chat/gpt-small")
                .allMatch(id -> id.contains("claude") || id.contains("anthropic"));
        assertThat(anthropic.path("has_more").asBoolean()).isFalse();
    }

    @Test
    default void aListedModelAnswers() throws IOException {
        // Given
        var document = Stage.usual(stage().provider()).route("background", "chat/gpt-small");
        stage().stack().pushConfig(document.toString());

        // When
        var answer = stage().post("/v1/chat/completions", chat("claude-gw/chat/gpt-small", true));

        // Then
        assertThat(answer.header("x-turnout-target")).isEqualTo("chat/gpt-small");
    }

    private JsonNode models(String... headers) throws IOException {
        return stage().client().exchange(stage().to("/v1/models").headers(headers)).json();
    }

    private static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        list.path("data").forEach(model -> ids.add(model.path("id").asText()));
        return ids;
    }

    private static String text(Answered answer, String pointer) {
        return answer.json().at(pointer).asText();
    }
}
