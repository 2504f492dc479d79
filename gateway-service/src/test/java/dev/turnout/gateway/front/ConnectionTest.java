package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.gateway.dispatch.Frames;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection is good for, before, between and behind requests. */
class ConnectionTest {

    private static final String CHUNKED =
            Integer.toHexString(GatewayUnderTest.PLAIN.length())
                    + "\r\n"
                    + GatewayUnderTest.PLAIN
                    + "\r\n0\r\n\r\n";

    private GatewayUnderTest gateway;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        gateway = GatewayUnderTest.start();
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
        client = gateway.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        gateway.close();
    }

    @Test
    void servesOneRequestAfterTheOtherAlsoWhenTheyComeAtOnce() throws Exception {
        client.post(GatewayUnderTest.PLAIN).post("[]").post(GatewayUnderTest.PLAIN);

        assertThat(client.answer().status()).isEqualTo(200);
        assertThat(client.answer().status()).isEqualTo(400);
        assertThat(client.answer().status()).isEqualTo(200);
    }

    @Test
    void servesOnBehindARefusalWhoseBodyNobodyHasRead() throws Exception {
        var large = "x".repeat(300_000);
        client.post(large, "Origin: http://a.page.example").post(GatewayUnderTest.PLAIN);

        client.answer().isRefusal(403, "permission_error", false);
        assertThat(client.answer().status()).isEqualTo(200);
    }

    @Test
    void servesOnBehindAPathThatIsNoneWithABody() throws Exception {
        client.head("POST /nowhere HTTP/1.1", "Content-Length: 5").send("hello");
        client.head("PUT /v1/messages HTTP/1.1", "Content-Length: 5").send("hello");
        client.post(GatewayUnderTest.PLAIN);

        assertThat(client.answer().status()).isEqualTo(404);
        assertThat(client.answer().status()).isEqualTo(405);
        assertThat(client.answer().status()).isEqualTo(200);
    }

    @Test
    void aBodyThatStopsComingIsNotWaitedForForEver() throws Exception {
        try (var impatient =
                        GatewayUnderTest.of(Settings.USUAL.withUploadSilence(Duration.ofMillis(50)))
                                .start();
                var stalled = impatient.connect()) {
            stalled.head("POST /v1/messages HTTP/1.1", "Content-Length: 100").send("{");

            stalled.answer().isRefusal(400, "invalid_request_error", false);
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() throws Exception {
        client.head(
                "POST /v1/messages HTTP/1.1",
                "Expect: 100-continue",
                "Content-Length: " + GatewayUnderTest.PLAIN.length());

        assertThat(client.answer().status()).isEqualTo(100);
        assertThat(client.send(GatewayUnderTest.PLAIN).answer().status()).isEqualTo(200);
    }

    @Test
    void aClientThatAsksFirstIsRefusedWithoutItsBody() throws Exception {
        client.head(
                "POST /v1/messages HTTP/1.1",
                "Expect: 100-continue",
                "Content-Length: " + (33 << 20));

        client.answer().isRefusal(413, "request_too_large", false);
    }

    @Test
    void isClosedWhereTheClientWantsIt() throws Exception {
        var answer = client.post(GatewayUnderTest.PLAIN, "Connection: close").answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("connection")).isEqualTo("close");
        assertThat(client.rest()).isEmpty();
    }

    @Test
    void http10GetsItsBodyWithoutChunks() throws Exception {
        client.head(
                        "POST /v1/messages HTTP/1.0",
                        "Content-Length: " + GatewayUnderTest.PLAIN.length())
                .send(GatewayUnderTest.PLAIN);

        var answer = client.answer();
        assertThat(answer.headers()).doesNotContainKey("transfer-encoding");
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        client.head("POST /v1/messages HTTP/1.1", "Transfer-Encoding: chunked").send(CHUNKED);

        assertThat(client.answer().status()).isEqualTo(200);
        assertThat(gateway.provider().next().body()).hasSize(GatewayUnderTest.PLAIN.length());
    }

    /** Lines of which one proxy believes the first and the next one the second. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5;Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked;Content-Length: 5",
                "Content-Length: 5;Transfer-Encoding: xchunked",
                "Content-Length: 5;Transfer-Encoding: identity",
                "Content-Length: 5;Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity;Transfer-Encoding: chunked",
                "Content-Length: 5;Transfer-Encoding : chunked",
                "Content-Length: 5;Content-Length: 6",
                "Content-Length: +5",
                "Content-Length: 5, 6"
            })
    void aRequestThatCanBeCutInTwoWaysIsRefusedAndNothingBehindItIsRead(String lines)
            throws Exception {
        client.send(two("POST /v1/messages HTTP/1.1", lines.split(";")));

        var all = client.rest();
        assertThat(all).startsWith("HTTP/1.").contains(" 400 Bad Request");
        assertThat(all.split("HTTP/1\\.", -1)).hasSize(2);
        assertThat(gateway.provider().isIdle()).isTrue();
    }

    @Test
    void theSameHoldsForAPathThatIsNone() throws Exception {
        client.send(
                two("POST /nowhere HTTP/1.1", "Content-Length: 5", "Transfer-Encoding: xchunked"));

        assertThat(client.answer().status()).isEqualTo(400);
        assertThat(client.rest()).isEmpty();
        assertThat(gateway.provider().isIdle()).isTrue();
    }

    @Test
    void http10WithChunksIsRefused() throws Exception {
        client.send(
                two(
                        "POST /v1/messages HTTP/1.0",
                        "Connection: keep-alive",
                        "Content-Length: 5",
                        "Transfer-Encoding: chunked"));

        assertThat(client.rest()).startsWith("HTTP/1.0 400 ");
        assertThat(gateway.provider().isIdle()).isTrue();
    }

    /** A request with a body in chunks, and a good one right behind it. */
    private static String two(String requestLine, String... lines) {
        return requestLine
                + "\r\nHost: localhost\r\n"
                + String.join("\r\n", lines)
                + "\r\n\r\n"
                + CHUNKED
                + "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + GatewayUnderTest.PLAIN.length()
                + "\r\n\r\n"
                + GatewayUnderTest.PLAIN;
    }

    @Test
    void withoutAHostThereIsNoRequest() throws Exception {
        client.send("POST /v1/messages HTTP/1.1\r\nContent-Length: 0\r\n\r\n")
                .answer()
                .isRefusal(400, "invalid_request_error", false);
    }
}
