package dev.turnout.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.front.RawClient;
import dev.turnout.gateway.front.Settings;
import dev.turnout.gateway.ledger.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a request's body is held, and that it is given back whatever happens. */
class HeldBodiesTest {

    private static final int BODY = GatewayUnderTest.STREAM.length();

    private final Diary diary = new Diary();
    private final CapturedLog access = CapturedLog.of(CapturedLog.ACCESS);
    private GatewayUnderTest gateway;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        gateway =
                GatewayUnderTest.of(Settings.USUAL.withBodiesInFlight(BODY))
                        .with(RecordingStep.granting("step", diary))
                        .start();
        client = gateway.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        gateway.close();
        access.close();
        assertThat(gateway.bodies().held()).isZero();
    }

    @Test
    void untilTheFirstContentAndNoLonger() throws Exception {
        client.post(GatewayUnderTest.STREAM);
        var call = gateway.provider().next();
        assertThat(gateway.bodies().held()).isEqualTo(BODY);
        assertThat(diary.entries()).containsExactly("step asked");

        call.send(Frames.stream(), Frames.bytes("event: ping\n\n"));
        client.await("event: ping");

        assertThat(gateway.bodies().held()).isZero();
        assertThat(diary.entries()).containsExactly("step asked", "step released");
        call.send(Frames.end());
        access.next();
        assertThat(diary.entries())
                .containsExactly("step asked", "step released", "step settled 44");
    }

    @Test
    void whoFindsNoRoomIsToldToComeBack() throws Exception {
        client.post(GatewayUnderTest.STREAM);
        var call = gateway.provider().next();

        var answer = gateway.post(GatewayUnderTest.PLAIN);

        answer.isRefusal(503, "api_error", true);
        assertThat(answer.header("retry-after")).isEqualTo("2");
        assertThat(gateway.provider().isIdle()).isTrue();
        call.send(Frames.failure(ProblemCode.PROVIDER_ERROR, "broken"));
        client.answer().isRefusal(500, "api_error", true);
        access.next("outcome=failed");
        assertThat(gateway.bodies().held()).isZero();
    }

    @Test
    void aBodyCountsWhileItIsRead() throws Exception {
        try (var log = CapturedLog.of("dev.turnout.gateway.front")) {
            var half = GatewayUnderTest.STREAM.substring(0, BODY / 2);
            client.head(
                            "POST /v1/messages HTTP/1.1",
                            "Expect: 100-continue",
                            "Content-Length: " + BODY)
                    .send(half);
            assertThat(client.answer().status()).isEqualTo(100);

            gateway.post(GatewayUnderTest.STREAM).isRefusal(503, "api_error", true);
            log.next("UNAVAILABLE");

            client.close();
            log.next("left before its request was whole");
            assertThat(gateway.bodies().held()).isZero();
        }
    }

    @Test
    void aRefusalHoldsNothing() throws Exception {
        gateway.post("[]").isRefusal(400, "invalid_request_error", false);

        assertThat(gateway.bodies().held()).isZero();
    }

    @Test
    void aClientThatLeavesHoldsNothing() throws Exception {
        client.post(GatewayUnderTest.STREAM);
        gateway.provider().next();

        client.close();

        assertThat(access.next()).contains("outcome=client_left");
        assertThat(gateway.bodies().held()).isZero();
        assertThat(diary.entries()).containsExactly("step asked", "step settled 0");
    }

    @Test
    void aFaultHoldsNothing() throws Exception {
        gateway.provider()
                .publish(
                        call -> {
                            throw new IllegalStateException("a fault");
                        });

        gateway.post(GatewayUnderTest.STREAM).isRefusal(500, "api_error", false);

        assertThat(access.next()).contains("outcome=failed");
        assertThat(gateway.bodies().held()).isZero();
        assertThat(diary.entries()).containsExactly("step asked", "step settled 0");
    }

    @Test
    void aStepThatThrowsHoldsNothing() throws Exception {
        var throwing =
                new RecordingStep(
                        "step",
                        diary,
                        () -> {
                            throw new IllegalStateException("a fault");
                        });
        try (var faulty = GatewayUnderTest.of(Settings.USUAL).with(throwing).start()) {
            faulty.post(GatewayUnderTest.STREAM).isRefusal(500, "api_error", false);

            assertThat(access.next()).contains("outcome=failed");
            assertThat(faulty.bodies().held()).isZero();
        }
    }

    @Test
    void aDenialByALaterStepHoldsNothing() throws Exception {
        try (var denying =
                GatewayUnderTest.of(Settings.USUAL)
                        .with(RecordingStep.denying("step", diary))
                        .start()) {
            denying.post(GatewayUnderTest.STREAM).isRefusal(503, "api_error", true);

            assertThat(denying.bodies().held()).isZero();
            assertThat(access.next()).contains("outcome=rejected").contains("status=503");
        }
    }
}
