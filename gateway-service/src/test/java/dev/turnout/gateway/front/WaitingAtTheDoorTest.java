package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Limits.Rate;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.ledger.CapturedLog;
import dev.turnout.gateway.rate.Limited;
import dev.turnout.gateway.rate.SlowRates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request whose limit is asked for over a network waits, and loses nothing by it. */
class WaitingAtTheDoorTest {

    private static final String BODY = GatewayUnderTest.PLAIN;

    private final SlowRates rates = new SlowRates();
    private GatewayUnderTest gateway;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        var limits = new Limits(null, null, new Rate(60, 60));
        gateway =
                GatewayUnderTest.of(Settings.USUAL)
                        .with(Limited.config(limits))
                        .with(rates)
                        .start();
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
        client = gateway.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        gateway.close();
    }

    @Test
    void aBodyThatCameMeanwhileIsWhole() throws Exception {
        client.post(BODY);
        rates.grant();

        assertThat(client.answer().status()).isEqualTo(200);
        assertThat(gateway.provider().next().body()).hasSize(BODY.length());
    }

    @Test
    void aBodyThatComesLaterIsAwaited() throws Exception {
        client.head("POST /v1/messages HTTP/1.1", "Content-Length: " + BODY.length());
        rates.grant();
        client.send(BODY);

        assertThat(client.answer().status()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsNotInItsEncodingHasItsAnswerAllTheSame() throws Exception {
        client.head(
                        "POST /v1/messages HTTP/1.1",
                        "Content-Encoding: gzip",
                        "Content-Length: " + BODY.length())
                .send(BODY);
        rates.grant();

        client.answer().isRefusal(400, "invalid_request_error", false);
    }

    @Test
    void aClientThatLeavesMeanwhileIsForgotten() throws Exception {
        try (var log = CapturedLog.of("dev.turnout.gateway.front")) {
            client.head("POST /v1/messages HTTP/1.1", "Content-Length: " + BODY.length());
            rates.awaitWish();
            client.close();
            // The server has seen this one's end when another one is answered.
            try (var other = gateway.connect()) {
                other.head("HEAD / HTTP/1.1");
                assertThat(other.answerWithoutBody().status()).isEqualTo(200);
            }
            rates.grant();

            assertThat(log.next()).startsWith("the client left before its request was whole");
            assertThat(gateway.provider().isIdle()).isTrue();
        }
    }
}
