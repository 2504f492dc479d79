package dev.turnout.gateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.fakeprovider.AnthropicWire;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar.Author;
import dev.turnout.gateway.LiveGatewayConfig;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.front.OpenAnswer;
import dev.turnout.gateway.front.Settings;
import dev.turnout.gateway.ledger.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client gets while nothing comes, and when nothing comes any more. */
class SilenceTest {

    private static final String PING = "event: ping\ndata: {\"type\":\"ping\"}\n\n";

    /** Pings come after so short a silence that a test can wait for them. */
    private static final Settings SHORT = Settings.USUAL.withPing(Duration.ofMillis(30));

    private final List<byte[]> events = AnthropicWire.events(Reply.numbered("m", 5));
    private CapturedLog log;
    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        log = CapturedLog.of(CapturedLog.ACCESS);
        gateway = GatewayUnderTest.of(SHORT).start().routeTo("p/a", "q/b");
    }

    @AfterEach
    void stop() {
        gateway.close();
        log.close();
    }

    @Test
    void theStreamBeginsWithoutAnAnswerAndTheAnswerFollows() throws Exception {
        var answer = silent();
        var headers = answer.head().headers();
        assertThat(answer.head().statusCode()).isEqualTo(200);
        assertThat(headers.firstValue("content-type")).contains("text/event-stream; charset=utf-8");
        assertThat(headers.firstValue("cache-control")).contains("no-cache");
        assertThat(headers.firstValue("x-accel-buffering")).contains("no");
        assertThat(headers.firstValue("x-turnout-route")).contains("default");
        assertThat(headers.firstValue("request-id")).isPresent();
        // Who will answer is not known yet.
        assertThat(headers.firstValue("x-turnout-target")).isEmpty();

        var call = gateway.provider().next().send(Frames.stream());
        events.forEach(event -> call.send(Frames.bytes(event)));
        call.send(Frames.end());

        assertThat(AnthropicGrammar.violations(answer.whole(), Author.PROVIDER)).isEmpty();
        assertThat(answer.wholeText()).startsWith(PING).contains("message_stop");
        assertThat(log.next()).contains("outcome=answered status=200");
    }

    @Test
    void aRefusalBehindItIsAnEventWithItsWords() throws Exception {
        var answer = silent();

        gateway.provider()
                .next()
                .send(Frames.json(400))
                .send(
                        Frames.bytes(
                                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\","))
                .send(Frames.bytes("\"message\":\"prompt is too long: 9 > 8\"}}"))
                .send(Frames.end());

        assertThat(AnthropicGrammar.violations(answer.whole())).isEmpty();
        assertThat(lastEvent(answer))
                .startsWith("event: error")
                .contains("invalid_request_error")
                .contains("prompt is too long: 9 > 8");
        assertThat(log.next()).contains("outcome=refused_by_provider status=400");
    }

    @Test
    void ofALongRefusalOnlyTheBeginningIsHeld() throws Exception {
        var answer = silent();
        var call = gateway.provider().next().send(Frames.json(413), Frames.bytes("{\"x\":\""));
        for (int i = 0; i < 100; i++) {
            call.send(Frames.bytes("x".repeat(64 << 10)));
        }

        call.send(Frames.bytes("\",\"message\":\"far behind\"}"), Frames.end());

        assertThat(AnthropicGrammar.violations(answer.whole())).isEmpty();
        assertThat(lastEvent(answer))
                .startsWith("event: error")
                .contains("request_too_large")
                .doesNotContain("far behind");
    }

    @Test
    void aDocumentInPlaceOfTheStreamIsAnEventAndNotMixedIn() throws Exception {
        var answer = silent();

        gateway.provider()
                .next()
                .send(Frames.json(200), Frames.bytes("{\"type\":\"message\"}"), Frames.end());

        assertThat(AnthropicGrammar.violations(answer.whole())).isEmpty();
        assertThat(lastEvent(answer)).startsWith("event: error");
    }

    @Test
    void failoverGoesOnBehindIt() throws Exception {
        var answer = silent();
        gateway.provider().next().send(Frames.failure(ProblemCode.PROVIDER_TIMEOUT, "late"));
        var call = gateway.provider().next().send(Frames.stream());
        assertThat(call.target()).isEqualTo("q/b");
        events.forEach(event -> call.send(Frames.bytes(event)));
        call.send(Frames.end());

        assertThat(AnthropicGrammar.violations(answer.whole(), Author.PROVIDER)).isEmpty();
        log.next("failed over");
        assertThat(log.next()).contains("outcome=answered").contains("target=q/b attempts=2");
    }

    @Test
    void whereAllFailTheProblemIsAnEvent() throws Exception {
        var answer = silent();
        gateway.provider().next().send(Frames.failure(ProblemCode.PROVIDER_FAILED, "first"));
        gateway.provider().next().send(Frames.failure(ProblemCode.PROVIDER_FAILED, "second"));

        assertThat(AnthropicGrammar.violations(answer.whole())).isEmpty();
        assertThat(lastEvent(answer)).contains("api_error", "p/a: first; q/b: second.");
        log.next("failed over");
        assertThat(log.next()).contains("outcome=failed status=200");
    }

    @Test
    void pingsStandBetweenEventsAndNowhereElse() throws Exception {
        var answer = gateway.open(GatewayUnderTest.STREAM);
        var call = gateway.provider().next();
        call.send(Frames.stream(), Frames.bytes(events.get(0)));
        answer.await(PING, 2);

        var second = new String(events.get(1), UTF_8);
        call.send(Frames.part(second.substring(0, 10)));
        answer.await(second.substring(0, 10), 1);
        pingsElsewhere();
        call.send(Frames.bytes(second.substring(10)));
        answer.await(PING, 3);
        events.subList(2, events.size()).forEach(event -> call.send(Frames.bytes(event)));
        call.send(Frames.end());

        assertThat(AnthropicGrammar.violations(answer.whole(), Author.PROVIDER)).isEmpty();
        assertThat(answer.wholeText()).contains(second);
    }

    @Test
    void whatIsNoStreamHasNoPings() throws Exception {
        var answer = gateway.open(GatewayUnderTest.PLAIN);
        var call = gateway.provider().next();
        pingsElsewhere();
        call.send(Frames.json(200), Frames.bytes("{\"type\":"));
        answer.await("{\"type\":", 1);
        pingsElsewhere();
        call.send(Frames.bytes("\"message\"}"), Frames.end());

        assertThat(answer.head().headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.wholeText()).isEqualTo("{\"type\":\"message\"}");
    }

    @Test
    void aClientThatLeavesAStreamThatBeganAheadStopsEverything() throws Exception {
        var answer = silent();
        var call = gateway.provider().next();

        answer.leave();

        call.awaitCancelled();
        assertThat(log.next()).contains("outcome=client_left status=200");
    }

    @Test
    void anAdapterThatIsGoneBeforeItsAnswerIsGivenUpForTheNext() throws Exception {
        try (var impatient = impatient()) {
            impatient
                    .routeTo("p/a", "q/b")
                    .provider()
                    .reply("q/b", Frames.stream(), Frames.bytes(events.get(0)), Frames.end());

            var answer = impatient.post(GatewayUnderTest.STREAM);

            assertThat(answer.header("x-turnout-target")).isEqualTo("q/b");
            impatient.provider().next().awaitCancelled();
        }
    }

    @Test
    void anAdapterThatIsGoneWithinItsAnswerEndsTheStream() throws Exception {
        try (var impatient = impatient()) {
            impatient.provider().reply("p/m", Frames.stream(), Frames.bytes(events.get(0)));

            var answer = impatient.post(GatewayUnderTest.STREAM);

            assertThat(answer.body()).contains("event: error").contains("fell silent");
            impatient.provider().next().awaitCancelled();
            assertThat(log.next()).contains("outcome=stream_failed");
        }
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws Exception {
        var hasty = SHORT.withPing(Duration.ofMillis(100)).withDeadline(Duration.ofMillis(40));
        try (var limited = GatewayUnderTest.of(hasty).start()) {
            var answer = limited.post(GatewayUnderTest.PLAIN);

            answer.isRefusal(504, "timeout_error", true);
            limited.provider().next().awaitCancelled();
            assertThat(log.next()).contains("outcome=failed status=504");
        }
    }

    @Test
    void aStreamThatTakesTooLongEndsInAnEvent() throws Exception {
        var hasty = SHORT.withDeadline(Duration.ofSeconds(1));
        try (var limited = GatewayUnderTest.of(hasty).start()) {
            limited.provider().reply("p/m", Frames.stream(), Frames.bytes(events.get(0)));

            var answer = limited.post(GatewayUnderTest.STREAM);

            assertThat(answer.body()).contains("event: error").contains("timeout_error");
            limited.provider().next().awaitCancelled();
        }
    }

    /** A stream for which no target has answered, and which has begun all the same. */
    private OpenAnswer silent() throws Exception {
        return gateway.open(GatewayUnderTest.STREAM).await(PING, 2);
    }

    /** Returns when another stream, opened now, has been silent for long enough. */
    private void pingsElsewhere() throws Exception {
        try (var other = GatewayUnderTest.of(SHORT).start()) {
            other.open(GatewayUnderTest.STREAM).await(PING, 3).leave();
            other.provider().next().awaitCancelled();
        }
    }

    private static GatewayUnderTest impatient() {
        var snapshot = new LiveGatewayConfig();
        var limit = new SilenceLimit(snapshot, 0);
        var config =
                new Config(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        new Resilience(10, 20, 20),
                        Limits.NONE,
                        SearchConfig.NONE);
        snapshot.prepare(new Snapshot(1, Instant.EPOCH, config)).run();
        return GatewayUnderTest.of(Settings.USUAL.withPing(Duration.ofMillis(150)))
                .with(limit)
                .start();
    }

    private static String lastEvent(OpenAnswer answer) throws Exception {
        var events = answer.wholeText().split("\n\n");
        return events[events.length - 1];
    }
}
