package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.fakeprovider.rules.Seal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script says for Messages, it says for Gemini too. */
class GeminiTest {

    private static final String CONTENT = "/candidates/0/content";
    private static final String STREAM = ":streamGenerateContent?alt=sse";
    private static final String USER = "{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}";
    private static final String BODY = "{\"contents\":[%s]}".formatted(USER);
    private static final String THOUGHTS =
            ("{\"contents\":[%s],\"generationConfig\":"
                            + "{\"thinkingConfig\":{\"includeThoughts\":true}}}")
                    .formatted(USER);

    private final FakeProvider provider = FakeProvider.start();
    private final Client client = Client.of(provider);

    @AfterEach
    void close() {
        client.close();
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({"gemini-x, 20", "fake-stream-50x1, 50", "fake-dribble-1, 20", "fake-dribble-3, 20"})
    void aStreamCountsUp(String model, int tokens) throws Exception {
        // When
        var response = client.postGemini(model + STREAM, BODY);

        // Then
        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
        var chunks = chunks(response);
        assertThat(chunks).hasSize(tokens + 1);
        assertThat(NumberedTokens.count(joined(chunks))).isEqualTo(tokens);
        assertThat(chunks.subList(0, tokens))
                .noneMatch(chunk -> chunk.at("/candidates/0").has("finishReason"));
        assertThat(chunks.getLast().at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        assertThat(chunks)
                .extracting(chunk -> chunk.at("/usageMetadata/candidatesTokenCount").asInt())
                .isSorted()
                .endsWith(tokens);
        assertThat(provider.requests().getFirst().model()).isEqualTo(model);
        assertThat(provider.requests().getFirst().sent()).isEqualTo(response.body());
    }

    @Test
    void partsComeInTheOrderOfTheBlocks() throws Exception {
        // When
        var chunks = chunks(client.postGemini("fake-blocks" + STREAM, THOUGHTS));

        // Then
        var parts =
                chunks.stream().map(chunk -> chunk.at("/candidates/0/content/parts/0")).toList();
        assertThat(parts.get(0).path("thought").asBoolean()).isTrue();
        assertThat(parts.get(0).path("text").asText()).isEqualTo("The user ");
        assertThat(parts.get(2).path("text").asText()).isEqualTo("«0»");
        var call = parts.get(7);
        assertThat(call.at("/functionCall/name").asText()).isEqualTo("get_weather");
        assertThat(call.at("/functionCall/args/city").asText()).isEqualTo("Zürich");
        assertThat(call.at("/functionCall/id").asText()).isNotEmpty();
        assertThat(call.at("/thoughtSignature").asText())
                .isEqualTo(Seal.THOUGHT_SIGNATURE.of("c2lnbmF0dXJl"));
        var usage = chunks.getLast().path("usageMetadata");
        assertThat(usage.path("promptTokenCount").asInt()).isEqualTo(66);
        assertThat(usage.path("cachedContentTokenCount").asInt()).isEqualTo(33);
        assertThat(usage.path("thoughtsTokenCount").asInt()).isEqualTo(2);
        assertThat(usage.path("candidatesTokenCount").asInt()).isEqualTo(42);
        assertThat(usage.path("totalTokenCount").asInt()).isEqualTo(110);
    }

    @Test
    void anAnswerIsOneJsonDocument() throws Exception {
        // When
        var response = client.postGemini("fake-blocks:generateContent", THOUGHTS);

        // Then
        var answer = Client.json(response);
        var parts = answer.at("/candidates/0/content/parts");
        assertThat(parts).hasSize(3);
        assertThat(parts.at("/0/text").asText()).isEqualTo("The user wants ☀ or ☔.");
        assertThat(NumberedTokens.count(parts.at("/1/text").asText())).isEqualTo(5);
        assertThat(parts.at("/2/functionCall/args/city").asText()).isEqualTo("Zürich");
        assertThat(answer.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        assertThat(answer.at("/modelVersion").asText()).isEqualTo("fake-blocks");
        assertThat(answer.at("/usageMetadata/totalTokenCount").asInt()).isEqualTo(110);
    }

    @Test
    void thoughtsComeOnlyToWhoAsks() throws Exception {
        // When
        var answer = Client.json(client.postGemini("fake-blocks:generateContent", BODY));

        // Then
        assertThat(answer.at("/candidates/0/content/parts")).hasSize(2);
        assertThat(answer.at("/candidates/0/content/parts/1/thoughtSignature").asText())
                .isNotEmpty();
    }

    @Test
    void onlyTheFirstOfSeveralCallsIsSignedAndOldModelsGiveNoIds() throws Exception {
        // Given
        var calls =
                List.<Block>of(
                        new Block.ToolUse("call_1", "f", List.of()),
                        new Block.ToolUse("call_2", "g", List.of("{\"a\":1}")));
        provider.answer(
                request ->
                        Answer.to(
                                request,
                                new Reply(
                                        request.model(),
                                        calls,
                                        "tool_use",
                                        new Reply.Usage(1, 0, 0, 1))));

        // When
        var parts =
                Client.json(client.postGemini("gemini-2.5-pro:generateContent", BODY))
                        .at("/candidates/0/content/parts");

        // Then
        assertThat(parts.at("/0/functionCall/args").isObject()).isTrue();
        assertThat(parts.at("/0").has("thoughtSignature")).isTrue();
        assertThat(parts.at("/1").has("thoughtSignature")).isFalse();
        assertThat(parts.at("/1/functionCall").has("id")).isFalse();
    }

    @Test
    void textEndsWithTheSignatureOfItsThought() throws Exception {
        // Given
        var blocks =
                List.<Block>of(
                        new Block.Thinking(List.of("hm"), "c2ln"), new Block.Text(List.of("hi")));
        var reply = new Reply("m", blocks, "end_turn", new Reply.Usage(1, 0, 0, 2));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var last =
                chunks(client.postGemini("m" + STREAM, BODY))
                        .getLast()
                        .at("/candidates/0/content/parts/0");
        var whole =
                Client.json(client.postGemini("m:generateContent", BODY))
                        .at("/candidates/0/content/parts/0");

        // Then
        var signature = Seal.THOUGHT_SIGNATURE.of("c2ln");
        assertThat(last.path("text").textValue()).isEmpty();
        assertThat(last.path("thoughtSignature").asText()).isEqualTo(signature);
        assertThat(whole.path("text").textValue()).isEqualTo("hi");
        assertThat(whole.path("thoughtSignature").asText()).isEqualTo(signature);
    }

    @Test
    void whatComesBackIsTaken() throws Exception {
        // Given
        var content =
                Client.json(client.postGemini("fake-blocks:generateContent", THOUGHTS)).at(CONTENT);
        var result =
                "{\"role\":\"user\",\"parts\":[{\"functionResponse\":"
                        + "{\"name\":\"get_weather\",\"response\":{\"output\":\"ok\"}}}]}";

        // When
        var response =
                client.postGemini(
                        "fake-blocks:generateContent",
                        "{\"contents\":[%s,%s,%s]}".formatted(USER, content, result));

        // Then
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    }

    @Test
    void withoutEventsAStreamIsAnArray() throws Exception {
        // When
        var response = client.postGemini("fake-stream-3:streamGenerateContent", BODY);
        var error = client.postGemini("fake-first-event-error:streamGenerateContent", BODY);

        // Then
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(Client.json(response)).hasSize(4);
        assertThat(Client.json(error).at("/0/error/status").asText()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void aSearchOfTheVendorsIsInTheMetadata() throws Exception {
        // When
        var chunks = chunks(client.postGemini("fake-search-2" + STREAM, BODY));

        // Then
        var metadata = chunks.getLast().at("/candidates/0/groundingMetadata");
        assertThat(metadata.at("/webSearchQueries/0").asText()).isEqualTo("turnout railway switch");
        assertThat(metadata.at("/groundingChunks")).hasSize(2);
        assertThat(metadata.at("/groundingChunks/1/web/uri").asText())
                .isEqualTo("https://example.com/result/2");
        assertThat(chunks.getFirst().at("/candidates/0").has("groundingMetadata")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, STOP",
        "tool_use, STOP",
        "max_tokens, MAX_TOKENS",
        "refusal, SAFETY",
        "MALFORMED_FUNCTION_CALL, MALFORMED_FUNCTION_CALL"
    })
    void stopReasonsAreFinishReasons(String stopReason, String finishReason) throws Exception {
        // Given
        var text = new Block.Text(List.of("hi"));
        var reply = new Reply("m", List.of(text), stopReason, new Reply.Usage(1, 0, 0, 1));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var answer = Client.json(client.postGemini("m:generateContent", BODY));

        // Then
        assertThat(answer.at("/candidates/0/finishReason").asText()).isEqualTo(finishReason);
    }

    @ParameterizedTest
    @CsvSource({"refusal, SAFETY", "PROHIBITED_CONTENT, PROHIBITED_CONTENT"})
    void aPromptCanBeBlocked(String stopReason, String blockReason) throws Exception {
        // Given
        var reply = new Reply("m", List.of(), stopReason, new Reply.Usage(9, 0, 0, 0));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var answer = Client.json(client.postGemini("m:generateContent", BODY));
        var chunks = chunks(client.postGemini("m" + STREAM, BODY));

        // Then
        assertThat(chunks).containsExactly(answer);
        assertThat(answer.has("candidates")).isFalse();
        assertThat(answer.at("/promptFeedback/blockReason").asText()).isEqualTo(blockReason);
        assertThat(answer.at("/usageMetadata/promptTokenCount").asInt()).isEqualTo(9);
    }

    @Test
    void aModelCanSayNothing() throws Exception {
        // Given
        var reply =
                new Reply("m", List.of(), "MALFORMED_FUNCTION_CALL", new Reply.Usage(9, 0, 0, 0));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var chunks = chunks(client.postGemini("m" + STREAM, BODY));

        // Then
        assertThat(chunks).hasSize(1);
        assertThat(chunks.getFirst().at(CONTENT)).isEmpty();
    }

    @Test
    void tokensAreCountedAndModelsListed() throws Exception {
        // When
        var count = Client.json(client.postGemini("m:countTokens", BODY));
        var refused = client.postGemini("m:countTokens", "{\"contents\":[]}");
        var models = client.send("GET", "/v1beta/models", "", "x-goog-api-key", "some-key");

        // Then
        assertThat(count.path("totalTokens").asInt()).isPositive();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.json(models).at("/models/0/name").asText())
                .isEqualTo("models/gemini-fake-1");
    }

    private static List<JsonNode> chunks(HttpResponse<byte[]> response) {
        return Stream.of(text(response).split("\r\n\r\n", -1))
                .filter(event -> !event.isEmpty())
                .map(event -> Json.tree(event.substring("data: ".length())))
                .toList();
    }

    private static String joined(List<JsonNode> chunks) {
        var text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.at(CONTENT + "/parts/0/text").asText()));
        return text.toString();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
