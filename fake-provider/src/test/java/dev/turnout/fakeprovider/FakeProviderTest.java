package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
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

/** Talks to the fake provider over real sockets: it has to behave where clients feel it. */
class FakeProviderTest {

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
                "claude-x",
                "fake-blocks",
                "fake-search-3",
                "fake-stream-50x1",
                "fake-stream-1",
                "fake-dribble-1",
                "fake-dribble-3"
            })
    void streamsKeepTheGrammar(String model) throws Exception {
        // When
        var response = post(body(model, true));

        // Then
        assertThat(response.headers().firstValue("content-type"))
                .hasValue("text/event-stream; charset=utf-8");
        assertThat(AnthropicGrammar.violations(response.body())).isEmpty();
        assertThat(provider.requests().getFirst().sent()).isEqualTo(response.body());
    }

    @Test
    void aMessageIsOneJsonDocument() throws Exception {
        // When
        var response = post(body("fake-blocks", false));

        // Then
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        var message = Client.json(response);
        assertThat(message.at("/content/0/signature").asText()).isEqualTo("c2lnbmF0dXJl");
        assertThat(NumberedTokens.count(message.at("/content/1/text").asText())).isEqualTo(5);
        assertThat(message.at("/content/2/input/city").asText()).isEqualTo("Zürich");
        assertThat(message.at("/stop_reason").asText()).isEqualTo("tool_use");
    }

    @Test
    void aSearchOfTheVendorsIsACallAndItsResult() throws Exception {
        // When
        var message = Client.json(post(body("fake-search-2", false)));

        // Then
        var call = message.at("/content/0");
        assertThat(call.at("/type").asText()).isEqualTo("server_tool_use");
        assertThat(call.at("/input/query").asText()).isEqualTo("turnout railway switch");
        var result = message.at("/content/1");
        assertThat(result.at("/tool_use_id")).isEqualTo(call.at("/id"));
        assertThat(result.at("/content")).hasSize(2);
        assertThat(result.at("/content/1/url").asText()).isEqualTo("https://example.com/result/2");
        assertThat(message.at("/usage/server_tool_use/web_search_requests").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "429, rate_limit_error",
        "529, overloaded_error",
        "503, api_error",
        "400, invalid_request_error"
    })
    void aStatusHasAnthropicsBody(int status, String type) throws Exception {
        // When
        var response = post(body("fake-status-" + status, true));

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.json(response).at("/error/type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/messages/count_tokens"})
    void whatTheVendorRefusesIsRefusedBeforeTheScript(String path) throws Exception {
        // When
        var response = client.post(path, "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[]}");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        var error = Client.json(response).path("error");
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText())
                .isEqualTo("messages: at least one message is required");
    }

    @Test
    void unknownFieldsPassWhereTheyAreAllowed() throws Exception {
        // Given
        var body = body("claude-x", false).replace("{\"model\"", "{\"future\":1,\"model\"");
        var strict = post(body);
        provider.allowUnknownFields();

        // When
        var lenient = post(body);

        // Then
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(lenient.statusCode()).isEqualTo(200);
    }

    /** Reasoning and calls come back as they were given. */
    @Test
    void whatTheVendorSaidItTakesBack() throws Exception {
        // Given
        var asked = (ObjectNode) Json.tree(body("fake-blocks", false));
        var said = Client.json(post(asked.toString())).path("content");
        asked.withArray("messages").addObject().put("role", "assistant").set("content", said);
        var answer = asked.withArray("messages").addObject().put("role", "user");
        answer.putArray("content")
                .addObject()
                .put("type", "tool_result")
                .put("tool_use_id", said.at("/2/id").asText());

        // When
        var response = post(asked.toString());

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamBearsInputThatIsNoJson() throws Exception {
        // Given
        var call = new Block.ToolUse("toolu_1", "f", List.of("{\"a\":"));
        var reply = new Reply("m", List.of(call), "max_tokens", new Reply.Usage(1, 0, 0, 1));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var stream = post(body("m", true));
        var document = post(body("m", false));

        // Then
        assertThat(AnthropicGrammar.violations(stream.body()))
                .singleElement()
                .asString()
                .startsWith("rule 4:");
        assertThat(document.statusCode()).isEqualTo(500);
    }

    @Test
    void anErrorCanBeTheFirstEvent() throws Exception {
        // When
        var response = post(body("fake-first-event-error", true));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .startsWith("event: error\n");
    }

    @Test
    void aPageIsHtmlWhateverTheStatus() throws Exception {
        // When
        var response = post(body("fake-html-200", true));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
    }

    @Test
    void aCleanEndMissesTheRest() throws Exception {
        // When
        var response = post(body("fake-end-4", true));

        // Then
        assertThat(AnthropicGrammar.violations(response.body()))
                .anyMatch(violation -> violation.startsWith("rule 6: neither"));
    }

    @Test
    void aCutIsAResetBehindTheEvents() throws Exception {
        try (var socket = client.open("/v1/messages", body("fake-cut-4", true))) {
            // When
            var seen = Client.readUntil(socket.getInputStream(), "«0»");

            // Then
            assertThat(seen).contains("event: message_start", "event: ping");
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aCutBehindNothingSendsNoHead() {
        // When, Then
        assertThatThrownBy(() -> post(body("fake-cut-0", true))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-hang", "fake-stall-0", "fake-stall-4", "fake-stream-1000x60000"})
    void aClientThatLeavesIsSeen(String model) throws Exception {
        // Given
        var received = provider.next(request -> request.model().equals(model));
        var socket = client.open("/v1/messages", body(model, true));
        if (!model.equals("fake-hang")) {
            Client.readUntil(socket.getInputStream(), "text/event-stream");
        }
        var request = received.get(5, TimeUnit.SECONDS);

        // When
        socket.close();

        // Then
        assertThat(request.clientLeft().get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aClientThatStaysToTheEndHasNotLeft() throws Exception {
        // Given
        var response = post(body("claude-x", true));

        // When
        client.close();

        // Then
        var request = provider.requests().getFirst();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(request.answered().get(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(request.clientLeft()).isNotDone();
    }

    @Test
    void requestsAreRememberedAsTheyCame() throws Exception {
        // Given
        var body = body("claude-x", false);

        // When
        client.send(
                "POST",
                "/v1/messages?beta=true",
                body,
                "Anthropic-Beta",
                "one",
                "Anthropic-Beta",
                "two");

        // Then
        var request = provider.requests().getFirst();
        assertThat(provider.count()).isEqualTo(1);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/messages");
        assertThat(request.query()).isEqualTo("beta=true");
        assertThat(request.headers())
                .containsSubsequence(
                        new Header("Anthropic-Beta", "one"), new Header("Anthropic-Beta", "two"));
        assertThat(request.body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(request.model()).isEqualTo("claude-x");
    }

    @Test
    void theScriptDecides() throws Exception {
        // Given
        provider.answer(
                request ->
                        new Answer.Status(
                                429,
                                "rate_limit_error",
                                "slow down",
                                List.of(new Header("retry-after", "3"))));

        // When
        var response = post(body("claude-x", true));

        // Then
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).hasValue("3");
    }

    @Test
    void aScriptThatThrowsIsSeenByTheClient() throws Exception {
        // Given
        provider.answer(
                request -> {
                    throw new IllegalStateException("a fault of the test");
                });

        // When
        var response = post(body("claude-x", true));

        // Then
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("a fault of the test");
    }

    @Test
    void tokensAreCounted() throws Exception {
        // When
        var count = client.post("/v1/messages/count_tokens", body("claude-x", false));

        // Then
        assertThat(Client.json(count).path("input_tokens").asInt()).isPositive();
    }

    @Test
    void modelsAreListedInTheShapeOfTheVendorThatIsAddressed() throws Exception {
        // When
        var anthropics = client.send("GET", "/v1/models", "", "anthropic-version", "2023-06-01");
        var openAis = client.get("/v1/models");

        // Then
        assertThat(Client.json(anthropics).at("/data/0/type").asText()).isEqualTo("model");
        assertThat(Client.json(anthropics).at("/data/0/id").asText()).isEqualTo("claude-fake-1");
        assertThat(Client.json(openAis).at("/object").asText()).isEqualTo("list");
        assertThat(Client.json(openAis).at("/data/0/object").asText()).isEqualTo("model");
        assertThat(Client.json(openAis).at("/data/0/id").asText()).isEqualTo("gpt-fake-1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /elsewhere, 404",
        "GET, /v1/messages, 404",
        "POST, /v1/messages/batches, 404",
        "POST, /a/base/of/its/own/v1/messages, 200"
    })
    void aBaseUrlMayHaveAPathAndOthersAreNotFound(String method, String path, int status)
            throws Exception {
        // When
        var response = client.send(method, path, body("claude-x", false));

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void aPromptCanBeTooLong() throws Exception {
        // When
        var response = post(body("fake-too-long-200000", true));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).at("/error/type").asText())
                .isEqualTo("invalid_request_error");
        assertThat(Client.json(response).at("/error/message").asText())
                .isEqualTo("prompt is too long: 200001 tokens > 200000 maximum");
    }

    @Test
    void whatWasScriptedIsForgottenToo() throws Exception {
        // Given
        provider.answer(request -> Answer.status(529, "overloaded_error", "busy"));
        post(body("claude-x", false));

        // When
        provider.forget();

        // Then
        assertThat(provider.count()).isZero();
        assertThat(provider.requests()).isEmpty();
        assertThat(post(body("claude-x", false)).statusCode()).isEqualTo(200);
    }

    private static String body(String model, boolean stream) {
        return """
        {"model":"%s","max_tokens":9,"stream":%s,"messages":[{"role":"user","content":"hi"}]}
        """
                .formatted(model, stream);
    }

    private HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return client.post("/v1/messages", body);
    }
}
