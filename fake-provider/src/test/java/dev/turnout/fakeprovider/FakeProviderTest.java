package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private final HttpClient client = HttpClient.newHttpClient();

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
        var message = Json.treeOrMissing(response.body());
        assertThat(message.at("/content/0/signature").asText()).isEqualTo("c2lnbmF0dXJl");
        assertThat(NumberedTokens.count(message.at("/content/1/text").asText())).isEqualTo(5);
        assertThat(message.at("/content/2/input/city").asText()).isEqualTo("Zürich");
        assertThat(message.at("/stop_reason").asText()).isEqualTo("tool_use");
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
        assertThat(Json.treeOrMissing(response.body()).at("/error/type").asText()).isEqualTo(type);
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
        try (var socket = open(body("fake-cut-4", true))) {
            // When
            var seen = readUntil(socket.getInputStream(), "«0»");

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
        var socket = open(body(model, true));
        if (!model.equals("fake-hang")) {
            readUntil(socket.getInputStream(), "text/event-stream");
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
                HttpRequest.newBuilder(provider.url().resolve("/v1/messages?beta=true"))
                        .header("Anthropic-Beta", "one")
                        .header("Anthropic-Beta", "two")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());

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
    void tokensAreCountedAndModelsListed() throws Exception {
        // When
        var count = send("POST", "/v1/messages/count_tokens", body("claude-x", false));
        var models = send("GET", "/v1/models", "");

        // Then
        assertThat(Json.treeOrMissing(count.body()).path("input_tokens").asInt()).isPositive();
        assertThat(Json.treeOrMissing(models.body()).at("/data/0/id").asText())
                .isEqualTo("claude-fake-1");
        assertThat(send("GET", "/elsewhere", "").statusCode()).isEqualTo(404);
    }

    private static String body(String model, boolean stream) {
        return "{\"model\":\"%s\",\"max_tokens\":9,\"stream\":%s,\"messages\":[]}"
                .formatted(model, stream);
    }

    private HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return send("POST", "/v1/messages", body);
    }

    private HttpResponse<byte[]> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(provider.url().resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private Socket open(String body) throws IOException {
        var socket = new Socket("127.0.0.1", provider.url().getPort());
        socket.setSoTimeout(5_000);
        var request =
                "POST /v1/messages HTTP/1.1\r\nhost: localhost\r\ncontent-length: %d\r\n\r\n%s"
                        .formatted(body.length(), body);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String readUntil(InputStream in, String text) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            var bytes = new byte[1024];
            int read = in.read(bytes);
            assertThat(read).as("bytes before the end of %s", seen).isPositive();
            seen.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
        }
        return seen.toString();
    }
}
