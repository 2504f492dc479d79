package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.gateway.authentication.ClientKeys;
import dev.turnout.gateway.authentication.IssuedKeys;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths and methods there are, and what the others get. */
class EndpointsTest {

    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayUnderTest.start();
    }

    @AfterAll
    static void stop() {
        assertThat(gateway.provider().isIdle()).isTrue();
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/hello"})
    void aGreetingIsAnsweredWithoutACredential(String path) throws Exception {
        try (var client = gateway.connect()) {
            client.head("HEAD " + path + " HTTP/1.1", "User-Agent: Bun/1.4.4");
            assertThat(client.answerWithoutBody().status()).isEqualTo(200);

            client.head("GET " + path + " HTTP/1.1");
            var greeted = client.answer();
            assertThat(greeted.status()).isEqualTo(200);
            assertThat(greeted.header("content-type")).startsWith("text/plain");
            assertThat(greeted.body()).contains("/v1/messages");
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    GET,     /v1/messages
                    PUT,     /v1/messages
                    DELETE,  /v1/messages
                    OPTIONS, /v1/messages
                    GET,     /v1/messages/count_tokens
                    PATCH,   /v1/messages/count_tokens?beta=true
                    """)
    void anotherMethodIsToldTheRightOne(String method, String path) throws Exception {
        var answer =
                gateway.send(gateway.request(path).method(method, BodyPublishers.noBody()))
                        .isRefusal(405, "invalid_request_error", false);

        assertThat(answer.header("allow")).isEqualTo("POST");
        assertThat(answer.message()).endsWith(" takes POST.");
    }

    @Test
    void headOfAMessageHasNoBody() throws Exception {
        try (var client = gateway.connect()) {
            client.head("HEAD /v1/messages HTTP/1.1").head("HEAD / HTTP/1.1");

            assertThat(client.answerWithoutBody().header("allow")).isEqualTo("POST");
            assertThat(client.answerWithoutBody().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/message",
                "/v1/messages/batches",
                "/v1/complete",
                "/V1/MESSAGES",
                "/internal/routing/plan",
                "/internal/provider/call",
                "/q/health",
                "/v1/messages/..",
                "/v1/messages;x=1"
            })
    void anotherPathIsNotFound(String path) throws Exception {
        gateway.send(gateway.request(path).POST(BodyPublishers.ofString(GatewayUnderTest.PLAIN)))
                .isRefusal(404, "not_found_error", false);
    }

    @Test
    void aBaseUrlWithV1IsToldWhatIsWrong() throws Exception {
        var answer =
                gateway.send(gateway.request("/v1/v1/messages").POST(BodyPublishers.noBody()))
                        .isRefusal(404, "not_found_error", false);

        assertThat(answer.message()).contains("ANTHROPIC_BASE_URL without /v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%zz", "/%", "/v1/messages%f"})
    void aPathThatIsNoneIsInvalid(String path) throws Exception {
        try (var client = gateway.connect()) {
            client.head("POST " + path + " HTTP/1.1", "Content-Length: 0")
                    .answer()
                    .isRefusal(400, "invalid_request_error", false);
        }
    }

    @Test
    void aHandlerThatThrowsIsAFaultOfOurs() throws Exception {
        var broken =
                new ClientKeys(IssuedKeys.pepperIn(Path.of("nowhere"))) {
                    @Override
                    public boolean known() {
                        throw new IllegalStateException("secret");
                    }
                };
        try (var gateway = GatewayUnderTest.of(Settings.USUAL).with(broken).start()) {
            var answer = gateway.post(GatewayUnderTest.PLAIN).isRefusal(500, "api_error", false);

            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    @Test
    void theServerAsAWholeHasNoOptions() throws Exception {
        try (var client = gateway.connect()) {
            client.head("OPTIONS * HTTP/1.1").answer().isRefusal(404, "not_found_error", false);
        }
    }

    @Test
    void aPathCannotWriteIntoTheAnswersHead() throws Exception {
        try (var client = gateway.connect()) {
            client.head("POST /v1/v1/%0d%0ax-evil:%20yes HTTP/1.1", "Content-Length: 0");

            var answer = client.answer().isRefusal(404, "not_found_error", false);
            assertThat(answer.headers()).doesNotContainKey("x-evil");
        }
    }
}
