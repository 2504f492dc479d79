package dev.turnout.adapter.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.fakeprovider.FakeProvider;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountingTest {

    private final FakeProvider provider = FakeProvider.start();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aProviderThatCountsIsAsked() throws IOException {
        var heard = count(Configured.provider(provider.url()), Asked.of("fake/claude-x"));

        assertThat(provider.requests())
                .singleElement()
                .satisfies(seen -> assertThat(seen.path()).endsWith("/v1/messages/count_tokens"));
        assertThat(heard.body()).isEqualTo(provider.requests().getFirst().sent());
    }

    @Test
    void whereItDoesNotCountWeDo() throws IOException {
        var heard =
                countAt(
                        request ->
                                request.response()
                                        .setStatusCode(404)
                                        .putHeader("content-type", "application/json")
                                        .end("{\"type\":\"error\"}"));

        assertThat(tokens(heard)).isBetween(3, 30);
        assertThat(heard.head().status()).isEqualTo(200);
        assertThat(heard.end().usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void aProviderThatSaysNothingIsNotWaitedFor() throws IOException {
        assertThat(tokens(countAt(request -> {}))).isBetween(3, 30);
    }

    @Test
    void anAnswerThatIsFarTooLongIsNoCount() throws IOException {
        var heard =
                countAt(
                        request ->
                                request.response()
                                        .setChunked(true)
                                        .putHeader("content-type", "application/json")
                                        .write("9".repeat(100_000)));

        assertThat(tokens(heard)).isBetween(3, 30);
    }

    @Test
    void weCountAsTheModelDoesThatTheProviderServesUnderTheName() throws IOException {
        var models = Map.of("big", new ModelConfig("claude-opus-5-5", null, null));
        var closed = Configured.provider(null, "http://127.0.0.1:1", "k", Map.of(), models);

        int big = tokens(count(closed, Asked.of("fake/big")));

        assertThat(big).isEqualTo(tokens(count(closed, Asked.of("fake/claude-opus-5-5"))));
        assertThat(big).isGreaterThan(tokens(count(closed, Asked.of("fake/other"))));
    }

    @Test
    void aFaultOfOursIsToldAtOnce() {
        try (var adapter = new Adapter()) {
            adapter.with(Configured.provider("demo", null, null, Map.of(), Map.of()));
            // Nobody finds the client's model in a body that is not there.
            var call = Asked.of("fake/*").counting().call();

            var heard =
                    Listener.to(
                                    adapter.vertx().getOrCreateContext(),
                                    adapter.calls().call(call, new byte[0]),
                                    Long.MAX_VALUE)
                            .whole();

            assertThat(heard.problem().code()).isEqualTo(ProblemCode.INTERNAL);
        }
    }

    @Test
    void aProviderThatCannotBeReachedIsNoReasonNotToCount() throws IOException {
        var closed = Configured.provider(URI.create("http://127.0.0.1:1"));

        assertThat(tokens(count(closed, Asked.of("fake/claude-x")))).isBetween(3, 30);
    }

    @Test
    void aProviderOfAnotherDialectIsNotAsked() throws IOException {
        var heard =
                count(Configured.speaking(Dialect.OPENAI_CHAT, provider.url()), Asked.of("fake/m"));

        assertThat(tokens(heard)).isBetween(3, 30);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void theDemoIsCountedForAsWell() throws IOException {
        var demo = Configured.provider("demo", null, null, Map.of(), Map.of());

        assertThat(tokens(count(demo, Asked.of("fake/demo")))).isBetween(3, 30);
    }

    @Test
    void whatIsNoRequestIsRefused() {
        var body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        try (var adapter = new Adapter()) {
            adapter.with(Configured.provider("demo", null, null, Map.of(), Map.of()));
            var call = Asked.of("fake/demo").counting().withBody(body).call();
            var cut = body.substring(0, body.length() - 3).getBytes(UTF_8);

            var heard =
                    Listener.to(
                                    adapter.vertx().getOrCreateContext(),
                                    adapter.calls().call(call, cut),
                                    Long.MAX_VALUE)
                            .whole();

            assertThat(heard.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        }
    }

    private static Listener.Heard count(ProviderConfig config, Asked asked) {
        try (var adapter = new Adapter()) {
            return adapter.with(config).ask(asked.counting()).whole();
        }
    }

    /** Where the provider answers so, and has little time for it. */
    private static Listener.Heard countAt(Handler<HttpServerRequest> answer) {
        try (var adapter = new Adapter()) {
            var server = adapter.vertx().createHttpServer().requestHandler(answer);
            var listening = server.listen(0, "127.0.0.1").toCompletionStage();
            int port = Listener.await(listening.toCompletableFuture()).actualPort();
            var config = Configured.provider(URI.create("http://127.0.0.1:" + port));
            return adapter.with(config, Adapter.IMPATIENT_AT_FIRST)
                    .ask(Asked.of("fake/claude-x").counting())
                    .whole();
        }
    }

    private static int tokens(Listener.Heard heard) throws IOException {
        return new ObjectMapper().readTree(heard.body()).path("input_tokens").asInt();
    }
}
