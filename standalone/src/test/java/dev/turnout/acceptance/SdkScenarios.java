package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.errors.RateLimitException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import dev.turnout.acceptance.client.Sdks;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java SDKs, which read strictly what they are sent, before every dialect. */
interface SdkScenarios extends Scenario {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vendor/fake-blocks",
                "chat/fake-blocks",
                "responses/fake-blocks",
                "gemini/fake-blocks"
            })
    default void anthropicsReadsEveryBlock(String model) {
        // Given
        var request = message(model);

        try (var sdks = sdks()) {
            // When
            var whole = sdks.anthropic().messages().create(request);
            var streamed = sdks.streamed(request);

            // Then
            assertEveryBlock(whole);
            assertEveryBlock(streamed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat/fake-blocks",
                "vendor/fake-blocks",
                "responses/fake-blocks",
                "gemini/fake-blocks"
            })
    default void openAisReadsResponses(String model) {
        // Given
        var request =
                ResponseCreateParams.builder()
                        .model(model)
                        .input("What is the weather in Zürich?")
                        .build();

        try (var sdks = sdks()) {
            // When
            var whole = sdks.openAi().responses().create(request);
            var streamed = sdks.streamed(request);

            // Then
            assertTextAndCall(whole);
            assertTextAndCall(streamed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat/fake-blocks",
                "vendor/fake-blocks",
                "responses/fake-blocks",
                "gemini/fake-blocks"
            })
    default void openAisReadsTextAndCalls(String model) {
        // Given
        var request =
                ChatCompletionCreateParams.builder()
                        .model(model)
                        .addUserMessage("What is the weather in Zürich?")
                        .build();

        try (var sdks = sdks()) {
            // When
            var whole = sdks.openAi().chat().completions().create(request);
            var streamed = sdks.streamed(request);

            // Then
            assertTextAndCall(whole);
            assertTextAndCall(streamed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor/claude-x", "chat/gpt-x"})
    default void anthropicsCounts(String model) {
        try (var sdks = sdks()) {
            // When
            var count =
                    sdks.anthropic()
                            .messages()
                            .countTokens(
                                    MessageCountTokensParams.builder()
                                            .model(model)
                                            .addUserMessage("Count me")
                                            .build());

            // Then
            assertThat(count.inputTokens()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor/fake-status-429", "chat/fake-status-429"})
    default void anthropicsKnowsALimit(String model) {
        try (var sdks = sdks()) {
            assertThatThrownBy(() -> sdks.anthropic().messages().create(message(model)))
                    .isInstanceOf(RateLimitException.class);
        }
    }

    @Test
    default void openAisEmbeds() {
        // Given
        var request =
                EmbeddingCreateParams.builder().model("chat/embed-x").input("Weichen").build();

        try (var sdks = sdks()) {
            // When
            var vectors = sdks.openAi().embeddings().create(request);

            // Then
            assertThat(vectors.data()).hasSize(1);
            assertThat(vectors.data().getFirst().embedding()).isNotEmpty();
        }
    }

    @Test
    default void bothListModels() {
        try (var sdks = sdks()) {
            assertThat(sdks.anthropic().models().list().data())
                    .anyMatch(model -> model.id().equals("vendor/claude-usual"));
            assertThat(sdks.openAi().models().list().data())
                    .anyMatch(model -> model.id().equals("vendor/claude-usual"));
        }
    }

    private Sdks sdks() {
        return Sdks.of(stage().stack().gateway(), stage().stack().key());
    }

    private static MessageCreateParams message(String model) {
        return MessageCreateParams.builder()
                .model(model)
                .maxTokens(1_000)
                .thinking(ThinkingConfigAdaptive.builder().build())
                .addUserMessage("What is the weather in Zürich?")
                .build();
    }

    /** Gemini signs its calls, so that before them there may be thinking of no words. */
    private static void assertEveryBlock(Message message) {
        var content =
                message.content().stream()
                        .filter(
                                block ->
                                        block.thinking()
                                                .map(it -> !it.thinking().isEmpty())
                                                .orElse(true))
                        .toList();
        assertThat(content).hasSize(3);
        assertThat(content.get(0).thinking().orElseThrow().thinking())
                .isEqualTo("The user wants ☀ or ☔.");
        assertThat(content.get(1).text().orElseThrow().text()).contains("«4»");
        assertThat(content.get(2).toolUse().orElseThrow().name()).isEqualTo("get_weather");
        assertThat(message.stopReason().orElseThrow().asString()).isEqualTo("tool_use");
        assertThat(message.usage().outputTokens()).isEqualTo(44);
    }

    private static void assertTextAndCall(Response response) {
        var prose =
                response.output().stream()
                        .flatMap(item -> item.message().stream())
                        .flatMap(message -> message.content().stream())
                        .map(content -> content.asOutputText().text())
                        .collect(Collectors.joining());
        var call =
                response.output().stream()
                        .flatMap(item -> item.functionCall().stream())
                        .findFirst()
                        .orElseThrow();
        assertThat(prose).contains("«4»");
        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(call.arguments()).isEqualToIgnoringWhitespace("{\"city\":\"Zürich\"}");
        assertThat(response.status().orElseThrow().asString()).isEqualTo("completed");
        assertThat(response.usage().orElseThrow().inputTokens()).isEqualTo(11 + 22 + 33);
    }

    private static void assertTextAndCall(ChatCompletion completion) {
        var choice = completion.choices().getFirst();
        var call = choice.message().toolCalls().orElseThrow().getFirst().asFunction();
        assertThat(choice.message().content().orElseThrow()).contains("«4»");
        assertThat(call.function().name()).isEqualTo("get_weather");
        assertThat(call.function().arguments())
                .isEqualToIgnoringWhitespace("{\"city\":\"Zürich\"}");
        assertThat(choice.finishReason().asString()).isEqualTo("tool_calls");
        assertThat(completion.usage().orElseThrow().promptTokens()).isEqualTo(11 + 22 + 33);
    }
}
