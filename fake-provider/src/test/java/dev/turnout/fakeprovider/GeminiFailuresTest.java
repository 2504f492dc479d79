package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a Gemini fails, by script and by itself. */
class GeminiFailuresTest {

    private static final String STREAM = ":streamGenerateContent?alt=sse";
    private static final String BODY =
            "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}]}";

    private final FakeProvider provider = FakeProvider.start();
    private final Client client = Client.of(provider);

    @AfterEach
    void close() {
        client.close();
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT",
        "401, UNAUTHENTICATED",
        "403, PERMISSION_DENIED",
        "404, NOT_FOUND",
        "429, RESOURCE_EXHAUSTED",
        "500, INTERNAL",
        "503, UNAVAILABLE",
        "504, DEADLINE_EXCEEDED"
    })
    void aStatusHasGooglesBody(int status, String name) throws Exception {
        // When
        var response = client.postGemini("fake-status-" + status + STREAM, BODY);

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        var error = Client.json(response).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(status);
        assertThat(error.path("status").asText()).isEqualTo(name);
        assertThat(error.path("message").asText()).contains("scripted");
        assertThat(error.findValuesAsText("retryDelay"))
                .isEqualTo(status == 429 ? List.of("1s") : List.of());
        assertThat(response.headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void aScriptCanUseAReasonOfGoogles() throws Exception {
        // Given
        provider.answer(request -> Answer.status(400, "API_KEY_INVALID", "API key not valid."));

        // When
        var error = Client.json(client.postGemini("m:generateContent", BODY)).path("error");

        // Then
        assertThat(error.path("status").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(error.at("/details/0/reason").asText()).isEqualTo("API_KEY_INVALID");
    }

    @Test
    void aPromptCanBeTooLong() throws Exception {
        // When
        var response = client.postGemini("fake-too-long-1048576:generateContent", BODY);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).at("/error/message").asText())
                .isEqualTo(
                        "The input token count (1048577) exceeds the maximum number of tokens"
                                + " allowed (1048576).");
    }

    @Test
    void anErrorCanBeTheFirstEvent() throws Exception {
        // When
        var response = client.postGemini("fake-first-event-error" + STREAM, BODY);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .asString(StandardCharsets.UTF_8)
                .startsWith("data: {\"error\":{\"code\":503,");
    }

    @Test
    void aCutIsAResetBehindTheEvents() throws Exception {
        try (var socket =
                client.open("/v1beta/models/fake-cut-3" + STREAM, BODY, "authorization: x")) {
            // When
            var seen = Client.readUntil(socket.getInputStream(), "«2»");

            // Then
            assertThat(seen).contains("«0»").doesNotContain("«3»");
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
        var socket =
                client.open("/v1beta/models/" + model + STREAM, BODY, "x-goog-api-key: some-key");
        var request = received.get(5, TimeUnit.SECONDS);

        // When
        socket.close();

        // Then
        assertThat(request.clientLeft().get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whoHasNoKeyIsTurnedAway() throws Exception {
        // When
        var nobody = client.post("/v1beta/models/m:generateContent?key=some-key", BODY);
        var models = client.get("/v1beta/models");

        // Then
        assertThat(nobody.statusCode()).isEqualTo(403);
        assertThat(Client.json(nobody).at("/error/status").asText()).isEqualTo("PERMISSION_DENIED");
        assertThat(Client.json(nobody).at("/error/message").asText())
                .startsWith("Method doesn't allow unregistered callers");
        assertThat(models.statusCode()).isEqualTo(403);
    }

    @Test
    void whatDoesNotFitTheShapeIsSaidAllAtOnce() throws Exception {
        // Given
        provider.answer(request -> new Answer.Hang());

        // When
        var response =
                client.postGemini("m:generateContent", "{\"contents\":[],\"messages\":[],\"n\":1}");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        var error = Client.json(response).path("error");
        assertThat(error.path("message").asText())
                .isEqualTo(
                        "Invalid JSON payload received. Unknown name \"messages\": Cannot find"
                                + " field.\nInvalid JSON payload received. Unknown name \"n\":"
                                + " Cannot find field.");
        assertThat(error.at("/details/0/@type").asText()).endsWith("google.rpc.BadRequest");
        assertThat(error.at("/details/0/fieldViolations")).hasSize(2);
    }

    @Test
    void whatElseIsWrongIsSaidOneByOne() throws Exception {
        // When
        var response = client.postGemini("m:generateContent", "{\"contents\":[]}");

        // Then
        assertThat(Client.json(response).at("/error/message").asText())
                .isEqualTo("* GenerateContentRequest.contents: contents is not specified\n");
        assertThat(Client.json(response).path("error").has("details")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1beta/models/m:generateContent, 200",
        "/a/base/v1beta/models/m:generateContent, 200",
        "/v1/projects/p/locations/l/publishers/google/models/m:generateContent, 200",
        "/models/m:generateContent, 404",
        "/v1beta/models/m:embedContent, 404"
    })
    void pathsAreThoseOfGoogle(String path, int status) throws Exception {
        // When
        var response = client.send("POST", path, BODY, "authorization", "Bearer some-token");

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void inputThatIsNoJsonCannotBeWritten() throws Exception {
        // Given
        var call = new Block.ToolUse("call_1", "f", List.of("{\"a\":"));
        var reply = new Reply("m", List.of(call), "max_tokens", new Reply.Usage(1, 0, 0, 1));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var response = client.postGemini("m:generateContent", BODY);

        // Then
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Client.json(response).at("/error/message").asText())
                .contains("the script failed");
    }
}
