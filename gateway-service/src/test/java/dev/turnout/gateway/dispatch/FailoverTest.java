package dev.turnout.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemCode.Retry;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.ledger.CapturedLog;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One target fails before it has an answer, and the next is tried, if that can help. */
class FailoverTest {

    private static final ReplyFrame[] ANSWER = {
        Frames.json(200), Frames.bytes("{\"from\":\"b\"}"), Frames.end()
    };

    private GatewayUnderTest gateway;
    private CapturedLog log;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start().routeTo("p/a", "q/b");
        log = CapturedLog.of(CapturedLog.ACCESS);
    }

    @AfterEach
    void stop() {
        log.close();
        gateway.close();
    }

    static Stream<ProblemCode> thatCanHelp() {
        return Arrays.stream(ProblemCode.values()).filter(code -> code.retry() != Retry.NEVER);
    }

    static Stream<ProblemCode> thatCannot() {
        return Arrays.stream(ProblemCode.values()).filter(code -> code.retry() == Retry.NEVER);
    }

    @ParameterizedTest
    @MethodSource("thatCanHelp")
    void theNextTargetAnswers(ProblemCode code) throws Exception {
        gateway.provider().reply("p/a", Frames.failure(code, "p/a failed")).reply("q/b", ANSWER);

        var answer = gateway.post(GatewayUnderTest.PLAIN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"from\":\"b\"}");
        assertThat(answer.headers())
                .containsEntry("x-turnout-target", "q/b")
                .containsEntry("x-turnout-attempts", "2");
        var first = gateway.provider().next();
        var second = gateway.provider().next();
        assertThat(first.target()).isEqualTo("p/a");
        assertThat(second.body()).isSameAs(first.body());
        assertThat(second.call().context()).isEqualTo(first.call().context());
        assertThat(first.call().last()).isFalse();
        assertThat(second.call().last()).isTrue();
        assertThat(log.next()).startsWith("failed over from=p/a to=q/b code=");
        assertThat(log.next()).contains("target=q/b attempts=2").contains("outcome=answered");
        assertThat(gateway.meters().get("gateway.fallbacks").counter().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("thatCannot")
    void noOtherTargetIsTriedWhereThatIsNoUse(ProblemCode code) throws Exception {
        gateway.provider().reply("p/a", Frames.failure(code, "it is so")).reply("q/b", ANSWER);

        var answer = gateway.post(GatewayUnderTest.PLAIN);

        assertThat(answer.status()).isEqualTo(code.status());
        assertThat(answer.message()).endsWith("it is so");
        assertThat(answer.header("x-turnout-attempts")).isEqualTo("1");
        gateway.provider().next();
        assertThat(gateway.provider().isIdle()).isTrue();
        assertThat(log.next()).contains("outcome=failed").contains("status=" + code.status());
    }

    @Test
    void whereAllFailOneAnswerSpeaksForThemAndSaysWhenToComeBack() throws Exception {
        gateway.routeTo("p/a", "q/b", "r/c")
                .provider()
                .reply("p/a", Frames.failure(ProblemCode.PROVIDER_REFUSED_US, "p/a: the key."))
                .reply(
                        "q/b",
                        new ReplyFrame.Failure(
                                Problem.of(ProblemCode.PROVIDER_RATE_LIMITED, "too fast", 20)))
                .reply("r/c", Frames.failure(ProblemCode.PROVIDER_FAILED, "r/c is away."));

        var answer = gateway.post(GatewayUnderTest.STREAM);

        answer.isRefusal(429, "rate_limit_error", true);
        assertThat(answer.header("retry-after")).isEqualTo("20");
        assertThat(answer.header("x-turnout-attempts")).isEqualTo("3");
        assertThat(answer.message())
                .isEqualTo(
                        "No target of route default could answer."
                                + " p/a: the key; q/b: too fast; r/c is away.");
        log.next("to=r/c");
        assertThat(log.next()).contains("outcome=failed status=429").contains("attempts=3");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVIDER_REFUSED_US", "TARGET_UNUSABLE"})
    void whatNoRetryHealsDoesNotSpeakForTheOthers(ProblemCode code) throws Exception {
        gateway.provider()
                .reply("p/a", Frames.failure(code, "p/a: so it is configured."))
                .reply("q/b", Frames.failure(ProblemCode.PROVIDER_OVERLOADED, "q/b is full."));

        gateway.post(GatewayUnderTest.PLAIN).isRefusal(503, "api_error", true);
    }

    @Test
    void whereEveryCredentialIsRefusedTheClientIsNotToldToRetry() throws Exception {
        gateway.provider()
                .reply("p/a", Frames.failure(ProblemCode.PROVIDER_REFUSED_US, "p/a: the key."))
                .reply("q/b", Frames.failure(ProblemCode.PROVIDER_REFUSED_US, "q/b: the key."));

        gateway.post(GatewayUnderTest.PLAIN).isRefusal(502, "api_error", false);
    }

    @Test
    void aSingleTargetsProblemIsGivenAsItIs() throws Exception {
        gateway.routeTo("p/a")
                .provider()
                .reply(
                        "p/a",
                        new ReplyFrame.Failure(
                                Problem.of(ProblemCode.PROVIDER_OVERLOADED, "p/a is full.", 9)));

        var answer = gateway.post(GatewayUnderTest.PLAIN).isRefusal(503, "api_error", true);

        assertThat(answer.message()).isEqualTo("p/a is full.");
        assertThat(answer.header("retry-after")).isEqualTo("9");
    }

    @Test
    void behindAHeadThereIsNoOtherTarget() throws Exception {
        gateway.provider()
                .reply(
                        "p/a",
                        Frames.stream(),
                        Frames.failure(ProblemCode.PROVIDER_OVERLOADED, "broke off"))
                .reply("q/b", ANSWER);

        var answer = gateway.post(GatewayUnderTest.STREAM);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("event: error\n").contains("overloaded_error");
        gateway.provider().next();
        assertThat(gateway.provider().isIdle()).isTrue();
        assertThat(log.next()).contains("outcome=stream_failed status=200");
    }

    /** The provider's own error event has been relayed: the client knows, the ledger must too. */
    @Test
    void aStreamThatEndsInAnErrorEventHasFailed() throws Exception {
        var error = "event: error\ndata: {\"type\":\"error\",\"error\":{}}\n\n";
        gateway.routeTo("p/a")
                .provider()
                .reply(
                        "p/a",
                        Frames.stream(),
                        Frames.bytes(error),
                        new ReplyFrame.End(Frames.USAGE, null, null));

        var answer = gateway.post(GatewayUnderTest.STREAM);

        assertThat(answer.body()).isEqualTo(error);
        assertThat(log.next()).contains("outcome=stream_failed status=200");
    }

    @Test
    void fiftyTargetsThatFailAtOnceAreNoTrouble() throws Exception {
        var targets =
                Stream.iterate(0, i -> i + 1).limit(50).map(i -> "p/" + i).toArray(String[]::new);
        for (var target : targets) {
            gateway.provider().reply(target, Frames.failure(ProblemCode.PROVIDER_FAILED, "away"));
        }

        var answer = gateway.routeTo(targets).post(GatewayUnderTest.PLAIN);

        assertThat(answer.header("x-turnout-attempts")).isEqualTo("50");
    }
}
