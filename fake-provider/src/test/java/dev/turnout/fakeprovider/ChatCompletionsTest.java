package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.fakeprovider.grammar.ChatGrammar;
import dev.turnout.fakeprovider.grammar.ChatGrammar.Usage;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script says for Messages, it says for chat completions too, in OpenAI's format. */
class ChatCompletionsTest {

    private static final String PATH = "/v1/chat/completions";

    private final FakeProvider provider = FakeProvider.start();
    private final Client client = Client.of(provider);

    @AfterEach
    void close() {
        client.close();
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-x",
                "fake-blocks",
                "fake-search-3",
                "fake-stream-50x1",
                "fake-stream-1",
                "fake-dribble-1",
                "fake-dribble-3"
            })
    void streamsKeepTheGrammar(String model) throws Exception {
        // When
        var response = post(streamed(model));

        // Then
        assertThat(response.headers().firstValue("content-type"))
                .hasValue("text/event-stream; charset=utf-8");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
        assertThat(ChatGrammar.violations(response.body(), Usage.NOT_ASKED)).isEmpty();
        assertThat(provider.requests().getFirst().sent()).isEqualTo(response.body());
    }

    @Test
    void usageComesWhereItIsAskedFor() throws Exception {
        // When
        var response =
                post(
                        with(
                                "fake-blocks",
                                "\"stream\":true,\"stream_options\":{\"include_usage\":true}"));

        // Then
        assertThat(ChatGrammar.violations(response.body(), Usage.ASKED)).isEmpty();
        assertThat(ChatGrammar.promptTokens(response.body())).isEqualTo(66);
        assertThat(response.body())
                .asString(StandardCharsets.UTF_8)
                .contains("\"usage\":null", "\"cached_tokens\":33", "\"cache_write_tokens\":22");
    }

    @Test
    void chunksComeInTheOrderOfTheBlocks() throws Exception {
        // When
        var response = post(streamed("fake-blocks"));

        // Then
        assertThat(response.body())
                .asString(StandardCharsets.UTF_8)
                .containsSubsequence(
                        "\"delta\":{\"role\":\"assistant\",\"content\":\"\"",
                        "\"reasoning_content\":\"The user \"",
                        "\"content\":\"«0»\"",
                        "\"function\":{\"name\":\"get_weather\",\"arguments\":\"\"}",
                        "\"function\":{\"arguments\":\"{\\\"city\\\": \\\"Zür\"}",
                        "\"finish_reason\":\"tool_calls\"",
                        "data: [DONE]\n\n")
                .doesNotContain("event:");
    }

    @Test
    void aCompletionIsOneJsonDocument() throws Exception {
        // When
        var response = post(body("fake-blocks"));

        // Then
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        var completion = Client.json(response);
        assertThat(completion.at("/object").asText()).isEqualTo("chat.completion");
        var message = completion.at("/choices/0/message");
        assertThat(message.at("/reasoning_content").asText()).isEqualTo("The user wants ☀ or ☔.");
        assertThat(NumberedTokens.count(message.at("/content").asText())).isEqualTo(5);
        var call = message.at("/tool_calls/0");
        assertThat(call.at("/function/name").asText()).isEqualTo("get_weather");
        assertThat(Json.tree(call.at("/function/arguments").asText()).at("/city").asText())
                .isEqualTo("Zürich");
        assertThat(completion.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(completion.at("/usage/prompt_tokens").asInt()).isEqualTo(66);
        assertThat(completion.at("/usage/total_tokens").asInt()).isEqualTo(110);
        assertThat(completion.at("/usage/prompt_tokens_details/cached_tokens").asInt())
                .isEqualTo(33);
        assertThat(completion.at("/usage/completion_tokens_details/reasoning_tokens").asInt())
                .isEqualTo(2);
    }

    @Test
    void aSearchOfTheVendorsIsCited() throws Exception {
        // When
        var message = Client.json(post(body("fake-search-2"))).at("/choices/0/message");
        var stream = post(streamed("fake-search-2"));

        // Then
        assertThat(message.at("/annotations")).hasSize(2);
        assertThat(message.at("/annotations/1/url_citation/url").asText())
                .isEqualTo("https://example.com/result/2");
        assertThat(stream.body()).asString(StandardCharsets.UTF_8).contains("url_citation");
    }

    @Test
    void aCallWithoutInputHasAnEmptyObjectAndTheMessageNoContent() throws Exception {
        // Given
        var call = new Block.ToolUse("call_1", "now", List.of());
        var reply = new Reply("m", List.of(call), "tool_use", new Reply.Usage(1, 0, 0, 1));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var message = Client.json(post(body("m"))).at("/choices/0/message");

        // Then
        assertThat(message.at("/content").isNull()).isTrue();
        assertThat(message.at("/tool_calls/0/function/arguments").asText()).isEqualTo("{}");
        assertThat(ChatGrammar.violations(post(streamed("m")).body(), Usage.NOT_ASKED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, stop",
        "stop_sequence, stop",
        "max_tokens, length",
        "tool_use, tool_calls",
        "refusal, content_filter",
        "insufficient_system_resource, insufficient_system_resource"
    })
    void stopReasonsAreFinishReasons(String stopReason, String finishReason) throws Exception {
        // Given
        var text = new Block.Text(List.of("hi"));
        var reply = new Reply("m", List.of(text), stopReason, new Reply.Usage(1, 0, 0, 1));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var completion = Client.json(post(body("m")));

        // Then
        assertThat(completion.at("/choices/0/finish_reason").asText()).isEqualTo(finishReason);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "400, invalid_request_error, null",
                "401, invalid_request_error, invalid_api_key",
                "402, insufficient_quota,    insufficient_quota",
                "403, permission_error,      null",
                "404, invalid_request_error, model_not_found",
                "429, requests,              rate_limit_exceeded",
                "500, server_error,          null",
                "503, server_error,          null",
                "529, server_error,          null"
            })
    void aStatusHasOpenAisBody(int status, String type, String code) throws Exception {
        // When
        var response = post(streamed("fake-status-" + status));

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        var error = Client.json(response).path("error");
        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.path("code").textValue()).isEqualTo(code);
        assertThat(error.has("param")).isTrue();
        assertThat(error.path("message").asText()).contains("scripted");
        assertThat(response.headers().firstValue("retry-after").isPresent())
                .isEqualTo(status == 429);
    }

    @Test
    void aScriptCanUseACodeOfOpenAisAndHeadersOfItsOwn() throws Exception {
        // Given
        var later = List.of(new Header("retry-after-ms", "30"));
        provider.answer(request -> new Answer.Status(429, "insufficient_quota", "pay", later));

        // When
        var response = post(body("m"));

        // Then
        assertThat(Client.json(response).at("/error/code").asText())
                .isEqualTo("insufficient_quota");
        assertThat(response.headers().firstValue("retry-after-ms")).hasValue("30");
        assertThat(response.headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void aPromptCanBeTooLong() throws Exception {
        // When
        var response = post(streamed("fake-too-long-128000"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        var error = Client.json(response).path("error");
        assertThat(error.path("code").asText()).isEqualTo("context_length_exceeded");
        assertThat(error.path("param").asText()).isEqualTo("messages");
        assertThat(error.path("message").asText())
                .isEqualTo(
                        "This model's maximum context length is 128000 tokens. However, your"
                                + " messages resulted in 128001 tokens. Please reduce the length of"
                                + " the messages.");
    }

    @Test
    void anErrorCanBeTheFirstEvent() throws Exception {
        // When
        var response = post(streamed("fake-first-event-error"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .asString(StandardCharsets.UTF_8)
                .startsWith("data: {\"error\":{\"message\":\"scripted by");
        assertThat(ChatGrammar.violations(response.body(), Usage.NOT_ASKED)).isEmpty();
    }

    @Test
    void aCleanEndMissesTheRest() throws Exception {
        // When
        var response = post(streamed("fake-end-4"));

        // Then
        assertThat(ChatGrammar.violations(response.body(), Usage.NOT_ASKED))
                .containsExactly("rule 7: neither [DONE] nor an error (event 4)");
    }

    @Test
    void aCutIsAResetBehindTheEvents() throws Exception {
        try (var socket = client.open(PATH, streamed("fake-cut-4"))) {
            // When
            var seen = Client.readUntil(socket.getInputStream(), "«2»");

            // Then
            assertThat(seen).contains("\"role\":\"assistant\"").doesNotContain("«3»");
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-hang", "fake-stall-0", "fake-stall-4", "fake-stream-1000x60000"})
    void aClientThatLeavesIsSeen(String model) throws Exception {
        // Given
        var received = provider.next(request -> request.model().equals(model));
        var socket = client.open(PATH, streamed(model));
        var request = received.get(5, TimeUnit.SECONDS);

        // When
        socket.close();

        // Then
        assertThat(request.clientLeft().get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whatTheVendorRefusesReachesNoScript() throws Exception {
        // Given
        provider.answer(request -> new Answer.Hang());

        // When
        var response = post(with("m", "\"top_k\":4"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        var error = Client.json(response).path("error");
        assertThat(error.path("message").asText()).isEqualTo("Unknown parameter: 'top_k'.");
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("param").asText()).isEqualTo("top_k");
        assertThat(error.path("code").asText()).isEqualTo("unknown_parameter");
        assertThat(provider.count()).isEqualTo(1);
    }

    @Test
    void aVendorCanBeLenient() throws Exception {
        // Given
        provider.allowUnknownFields();

        // When
        var lenient = post(with("m", "\"top_k\":4"));
        provider.forget();

        // Then
        assertThat(lenient.statusCode()).isEqualTo(200);
        assertThat(post(with("m", "\"top_k\":4")).statusCode()).isEqualTo(400);
    }

    @Test
    void theBaseUrlIsThatOfTheSdk() {
        assertThat(provider.openAiUrl()).hasToString(provider.url() + "/v1");
    }

    private static String body(String model) {
        return with(model, "\"stream\":false");
    }

    private static String streamed(String model) {
        return with(model, "\"stream\":true");
    }

    private static String with(String model, String field) {
        return "{\"model\":\"%s\",%s,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
                .formatted(model, field);
    }

    private HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return client.post(PATH, body);
    }
}
