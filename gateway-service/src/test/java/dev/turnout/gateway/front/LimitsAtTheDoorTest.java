package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Limits.Rate;
import dev.turnout.gateway.authentication.IssuedKeys;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.rate.Limited;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients see of limits: the address's before anything else, the key's on every answer. */
class LimitsAtTheDoorTest {

    private static final String KEY = "to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n";
    private static final Rate TWO = new Rate(1, 2);
    private static final Limits BY_ADDRESS = new Limits(null, null, TWO);

    private final Path folder;

    LimitsAtTheDoorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private GatewayUnderTest.Parts with(Limits limits) {
        return GatewayUnderTest.of(Settings.USUAL)
                .with(IssuedKeys.of(folder, KEY))
                .with(Limited.config(limits));
    }

    private static GatewayUnderTest answering(GatewayUnderTest gateway) {
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
        return gateway;
    }

    @Test
    void aFloodOfWrongKeysIsStoppedAndAGoodKeyFromElsewhereIsNot() throws Exception {
        var settings = Settings.USUAL.withTrustedProxies("127.0.0.1");
        try (var gateway =
                answering(
                        GatewayUnderTest.of(settings)
                                .with(IssuedKeys.of(folder, KEY))
                                .with(Limited.config(BY_ADDRESS))
                                .start())) {
            assertThat(from(gateway, "192.0.2.66", "wrong").status()).isEqualTo(401);
            assertThat(from(gateway, "192.0.2.66", "wrong").status()).isEqualTo(401);

            var refused =
                    from(gateway, "192.0.2.66", "wrong").isRefusal(429, "rate_limit_error", true);

            assertThat(refused.message()).startsWith("This address may send 1 request a minute");
            assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60);
            // Even a good key, since nobody looks at it any more.
            from(gateway, "192.0.2.66", KEY).isRefusal(429, "rate_limit_error", true);
            assertThat(from(gateway, "192.0.2.7", KEY).status()).isEqualTo(200);
        }
    }

    private static Answer from(GatewayUnderTest gateway, String address, String key)
            throws Exception {
        return gateway.send(
                gateway.message(GatewayUnderTest.PLAIN)
                        .header("x-forwarded-for", address)
                        .header("x-api-key", key));
    }

    @Test
    void whoIsStoppedIsToldBeforeHisBodyIsThere() throws Exception {
        try (var gateway = with(BY_ADDRESS).start();
                var client = gateway.connect()) {
            gateway.post(GatewayUnderTest.PLAIN);
            gateway.post(GatewayUnderTest.PLAIN);

            client.head("POST /v1/messages HTTP/1.1", "Content-Length: 1000000");

            client.answer().isRefusal(429, "rate_limit_error", true);
        }
    }

    @Test
    void countingTokensSpendsNothingUnlessTheKeyIsWrong() throws Exception {
        try (var gateway = answering(with(new Limits(TWO, TWO, TWO)).start())) {
            for (int i = 0; i < 30; i++) {
                assertThat(count(gateway, KEY).status()).isEqualTo(200);
            }
            count(gateway, "wrong").isRefusal(401, "authentication_error", false);
            count(gateway, "wrong").isRefusal(401, "authentication_error", false);
            count(gateway, "wrong").isRefusal(429, "rate_limit_error", true);

            assertThat(count(gateway, KEY).status()).isEqualTo(200);
            post(gateway).isRefusal(429, "rate_limit_error", true);
        }
    }

    private static Answer count(GatewayUnderTest gateway, String key) throws Exception {
        return gateway.send(
                gateway.request("/v1/messages/count_tokens")
                        .POST(BodyPublishers.ofString(GatewayUnderTest.PLAIN))
                        .header("x-api-key", key));
    }

    private static Answer post(GatewayUnderTest gateway) throws Exception {
        return gateway.send(
                gateway.message(GatewayUnderTest.PLAIN).header("authorization", "Bearer " + KEY));
    }

    @Test
    void everyAnswerTellsHowTheKeyStands() throws Exception {
        try (var gateway = answering(with(new Limits(TWO, null, null)).start())) {
            var before = Instant.now();
            var first = post(gateway);
            var second = post(gateway);
            var refused = post(gateway).isRefusal(429, "rate_limit_error", true);

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.headers())
                    .containsEntry("anthropic-ratelimit-requests-limit", "2")
                    .containsEntry("anthropic-ratelimit-requests-remaining", "1");
            assertThat(Instant.parse(second.header("anthropic-ratelimit-requests-reset")))
                    .isAfter(before.plusSeconds(60));
            assertThat(refused.headers())
                    .containsEntry("anthropic-ratelimit-requests-remaining", "0")
                    .containsKey("retry-after");
        }
    }

    @Test
    void withoutLimitsNobodyIsToldOfAny() throws Exception {
        try (var gateway = answering(with(Limits.NONE).start())) {
            assertThat(post(gateway).headers().keySet())
                    .noneMatch(name -> name.contains("ratelimit"));
        }
    }

    /** A body that finds no room has not spent a request. */
    @Test
    void aRequestThatFindsNoRoomIsNotCounted() throws Exception {
        var settings = Settings.USUAL.withBodiesInFlight(GatewayUnderTest.PLAIN.length());
        try (var gateway =
                answering(
                        GatewayUnderTest.of(settings)
                                .with(Limited.config(new Limits(TWO, null, null)))
                                .start())) {
            for (int i = 0; i < 5; i++) {
                gateway.post(GatewayUnderTest.PLAIN + " ").isRefusal(503, "api_error", true);
            }

            assertThat(gateway.post(GatewayUnderTest.PLAIN).status()).isEqualTo(200);
        }
    }
}
