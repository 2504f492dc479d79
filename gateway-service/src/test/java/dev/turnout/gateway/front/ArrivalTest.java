package dev.turnout.gateway.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.dispatch.OpenCall;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request reaches the adapter. */
class ArrivalTest {

    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start();
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1 << 20})
    void theBodyArrivesByteForByteHoweverLargeItIs(int bigBody) throws Exception {
        var body =
                "\t{\"messages\" : [{\"role\":\"user\",\"content\":\"Zür\\u0069ch ☔ %s\"}],\"x\":1e2,\"model\":\"any\"}\n"
                        .formatted("lorem ".repeat(60_000));
        try (var other = GatewayUnderTest.of(Settings.USUAL.withBigBody(bigBody)).start()) {
            other.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());

            assertThat(other.post(body).status()).isEqualTo(200);
            assertThat(other.provider().next().body()).isEqualTo(body.getBytes(UTF_8));
        }
    }

    @Test
    void aBodyArrivesByHttp2Too() throws Exception {
        var body = GatewayUnderTest.PLAIN + " ".repeat(3 << 20);

        assertThat(gateway.openByHttp2(body).wholeText()).isEqualTo("{}");
        assertThat(gateway.openByHttp2(body).wholeText()).isEqualTo("{}");

        assertThat(gateway.provider().next().body()).isEqualTo(body.getBytes(UTF_8));
        assertThat(gateway.provider().next().body()).isEqualTo(body.getBytes(UTF_8));
    }

    @Test
    void aCompressedBodyArrivesPlain() throws Exception {
        var packed = BadInputTest.gzip(GatewayUnderTest.PLAIN.getBytes(UTF_8));
        gateway.send(
                gateway.request("/v1/messages")
                        .header("content-encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed)));

        var call = gateway.provider().next();
        assertThat(call.body()).isEqualTo(GatewayUnderTest.PLAIN.getBytes(UTF_8));
        assertThat(call.call().headers())
                .map(Header::name)
                .doesNotContain("content-encoding", "content-length", "transfer-encoding");
    }

    @Test
    void theQueryAndTheEndToEndHeadersArrive() throws Exception {
        gateway.send(
                gateway.request("/v1/messages?beta=true&x=%20y")
                        .header("anthropic-beta", "a-2025, b-2026")
                        .header("x-turnout-target", "stolen/model")
                        .POST(BodyPublishers.ofString(GatewayUnderTest.STREAM)));

        var call = gateway.provider().next().call();
        assertThat(call.query()).isEqualTo("beta=true&x=%20y");
        assertThat(call.headers()).contains(new Header("anthropic-beta", "a-2025, b-2026"));
        assertThat(call.headers()).map(Header::name).noneMatch(n -> n.startsWith("x-turnout-"));
        assertThat(call.operation()).isEqualTo(Operation.GENERATE);
        assertThat(call.dialect()).isEqualTo(Dialect.ANTHROPIC);
        assertThat(call.stream()).isTrue();
        assertThat(call.revision()).isEqualTo(7);
        assertThat(call.outline().model().length()).isEqualTo("\"any\"".length());
        assertThat(call.context().deadline()).isAfter(Instant.now());
    }

    @Test
    void theRequestIdIsOneFromTheDoorToTheAdapter() throws Exception {
        var answer = gateway.post(GatewayUnderTest.PLAIN);

        assertThat(gateway.provider().next().call().context().requestId())
                .isEqualTo(answer.header("request-id"));
    }

    @Test
    void aCountIsToldFromAnAnswer() throws Exception {
        gateway.send(
                gateway.request("/v1/messages/count_tokens?beta=true")
                        .POST(BodyPublishers.ofString(GatewayUnderTest.PLAIN)));

        OpenCall call = gateway.provider().next();
        assertThat(call.call().operation()).isEqualTo(Operation.COUNT_TOKENS);
        assertThat(call.call().stream()).isFalse();
    }
}
