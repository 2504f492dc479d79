package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Limits.Rate;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.rate.Limited;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenAI's clients find, and that they are answered in their own dialect throughout. */
class OpenAiEndpointsTest {

    private static final String CHAT = "/v1/chat/completions";
    private static final String EMBEDDINGS = "/v1/embeddings";
    private static final String QUESTION =
            "{\"model\":\"gpt-5.6\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    private static final String STREAM =
            "{\"model\":\"gpt-5.6\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    private static final String TEXTS = "{\"model\":\"embed-3\",\"input\":[\"a\",\"b\"]}";

    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private HttpRequest.Builder post(String path, String body) {
        return gateway.request(path).POST(BodyPublishers.ofString(body));
    }

    @Test
    void aChatIsPlannedAndCalledAsOne() throws Exception {
        var asked = new CompletableFuture<PlanRequest>();
        gateway.route(
                request -> {
                    asked.complete(request);
                    return GatewayUnderTest.plan("p/m");
                });
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());

        var answer = gateway.send(post(CHAT, QUESTION));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("x-request-id"))
                .matches("req_[0-9A-Za-z]{24}")
                .isEqualTo(answer.header("request-id"));
        assertThat(answer.header("x-turnout-target")).isEqualTo("p/m");
        var traits = asked.join().traits();
        assertThat(traits.dialect()).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(traits.model()).isEqualTo("gpt-5.6");
        var call = gateway.provider().next().call();
        assertThat(call.dialect()).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(call.operation()).isEqualTo(Operation.GENERATE);
        assertThat(call.stream()).isFalse();
        assertThat(call.estimatedTokens()).isEqualTo(traits.estimatedTokens());
    }

    @Test
    void aChatStreamIsRelayedAsItComes() throws Exception {
        gateway.provider()
                .reply(
                        "p/m",
                        Frames.stream(),
                        Frames.bytes("data: {\"choices\":[]}\n\n"),
                        Frames.bytes("data: [DONE]\n\n"),
                        Frames.end());

        var answer = gateway.send(post(CHAT, STREAM));

        assertThat(answer.body()).isEqualTo("data: {\"choices\":[]}\n\ndata: [DONE]\n\n");
        assertThat(answer.header("content-type")).startsWith("text/event-stream");
        assertThat(gateway.provider().next().call().stream()).isTrue();
    }

    @Test
    void aChatStreamThatBreaksOffEndsInAnErrorOfItsDialect() throws Exception {
        gateway.provider()
                .reply(
                        "p/m",
                        Frames.stream(),
                        Frames.bytes("data: {\"choices\":[]}\n\n"),
                        Frames.failure(ProblemCode.STREAM_FAILED, "broke off"));

        var answer = gateway.send(post(CHAT, STREAM));

        assertThat(answer.body())
                .startsWith("data: {\"choices\":[]}\n\ndata: {\"error\":{")
                .contains("broke off")
                .doesNotContain("event: error");
    }

    @Test
    void textsAreEmbedded() throws Exception {
        var asked = new CompletableFuture<PlanRequest>();
        gateway.route(
                request -> {
                    asked.complete(request);
                    return GatewayUnderTest.plan("p/m");
                });
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());

        var answer = gateway.send(post(EMBEDDINGS, TEXTS));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(asked.join().traits().requestClass()).isEqualTo(RequestClass.EMBEDDING);
        var call = gateway.provider().next().call();
        assertThat(call.operation()).isEqualTo(Operation.EMBED);
        assertThat(call.dialect()).isEqualTo(Dialect.OPENAI_CHAT);
    }

    @ParameterizedTest
    @CsvSource({EMBEDDINGS, "/v1/messages/count_tokens"})
    void onlyAnAnswerOfAModelIsStreamed(String path) throws Exception {
        gateway.provider()
                .reply("p/m", Frames.failure(ProblemCode.PROVIDER_OVERLOADED, "p/m is full."));
        var body =
                "{\"model\":\"m\",\"stream\":true,\"input\":\"a\","
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

        assertThat(gateway.send(post(path, body)).status()).isEqualTo(503);

        assertThat(gateway.provider().next().call().stream()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAT, EMBEDDINGS})
    void whatIsNoRequestIsInvalid(String path) throws Exception {
        for (var body : new String[] {"", "[]", "{}", "{\"model\":7}"}) {
            gateway.send(post(path, body)).isOpenAiRefusal(400);
        }
        assertThat(gateway.provider().isIdle()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    GET,    /v1/chat/completions, 405
                    PUT,    /v1/embeddings,       405
                    GET,    /v1/responses,        405
                    POST,   /v1/completions,      404
                    POST,   /chat/completions,    404
                    POST,   /embeddings,          404
                    GET,    /v1/chat/completions/x, 404
                    GET,    /v1/responses/resp_1, 404
                    """)
    void whatIsNotThereIsToldInTheClientsDialect(String method, String path, int status)
            throws Exception {
        var request = gateway.request(path).method(method, BodyPublishers.noBody());

        var answer = gateway.send(request).isOpenAiRefusal(status);

        assertThat(answer.header("allow")).isEqualTo(status == 405 ? "POST" : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/completions", "/embeddings", "/models", "/messages"})
    void aBaseUrlWithoutV1IsToldWhatIsWrong(String path) throws Exception {
        assertThat(gateway.send(post(path, "{}")).message())
                .isEqualTo(
                        "There is no " + path + ": set the client's base URL with /v1 at its end.");
    }

    @Test
    void whoIsOverTheLimitIsToldInTheClientsDialect() throws Exception {
        var limits = new Limits(new Rate(1, 1), null, null);
        try (var limited =
                GatewayUnderTest.of(Settings.USUAL).with(Limited.config(limits)).start()) {
            limited.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
            var request = limited.request(CHAT).POST(BodyPublishers.ofString(QUESTION));

            assertThat(limited.send(request).headers())
                    .containsEntry("x-ratelimit-limit-requests", "1")
                    .containsEntry("x-ratelimit-remaining-requests", "0")
                    .containsEntry("x-ratelimit-reset-requests", "1m0s");
            var refused = limited.send(request).isOpenAiRefusal(429);
            assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60);
        }
    }
}
