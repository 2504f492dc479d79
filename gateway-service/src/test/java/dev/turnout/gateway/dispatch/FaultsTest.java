package dev.turnout.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.ledger.CapturedLog;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An adapter that breaks its contract fails one request and no more. */
class FaultsTest {

    private static final Flow.Subscription NOTHING =
            new Flow.Subscription() {
                @Override
                public void request(long frames) {}

                @Override
                public void cancel() {}
            };

    private GatewayUnderTest gateway;
    private CapturedLog log;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start().routeTo("p/m", "p/other");
        log = CapturedLog.of(CapturedLog.ACCESS);
    }

    @AfterEach
    void stop() {
        log.close();
        gateway.close();
    }

    static Stream<Arguments> beforeTheHead() {
        return Stream.of(
                Arguments.of("an end", new ReplyFrame[] {Frames.end()}),
                Arguments.of("bytes", new ReplyFrame[] {Frames.bytes("x")}),
                Arguments.of(
                        "a header that is none",
                        new ReplyFrame[] {
                            new ReplyFrame.Head(
                                    200,
                                    List.of(
                                            new Header("content-type", "text/event-stream"),
                                            new Header("x-a", "b\r\nx-evil: yes")))
                        }),
                Arguments.of("a status that is none", new ReplyFrame[] {Frames.json(-1)}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeTheHead")
    void whatCannotBeginAnAnswerIsAFaultOfOurs(String what, ReplyFrame[] frames) throws Exception {
        gateway.provider().reply("p/m", frames);

        var answer = gateway.post(GatewayUnderTest.STREAM).isRefusal(500, "api_error", false);

        assertThat(answer.headers()).doesNotContainKey("x-evil");
        assertThat(log.next()).contains("outcome=failed status=500 ");
        assertThat(log.isSilent()).isTrue();
    }

    @Test
    void aSecondHeadEndsTheStreamAndTheCall() throws Exception {
        gateway.provider().reply("p/m", Frames.stream(), Frames.stream());

        var answer = gateway.post(GatewayUnderTest.STREAM);

        assertThat(answer.body()).startsWith("event: error\n").contains("api_error");
        gateway.provider().next().awaitCancelled();
        assertThat(log.next()).contains("outcome=stream_failed");
    }

    static Stream<Arguments> publishers() {
        Flow.Publisher<ReplyFrame> throwing =
                subscriber -> {
                    throw new IllegalStateException("a fault");
                };
        Flow.Publisher<ReplyFrame> failing =
                subscriber -> {
                    subscriber.onSubscribe(NOTHING);
                    subscriber.onError(new IllegalStateException("a fault"));
                };
        Flow.Publisher<ReplyFrame> throwingLate =
                subscriber -> {
                    subscriber.onSubscribe(NOTHING);
                    throw new IllegalStateException("a fault");
                };
        return Stream.of(
                Arguments.of("throws", throwing),
                Arguments.of("fails", failing),
                Arguments.of("throws behind its subscription", throwingLate));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("publishers")
    void aReplyThatFailsOutOfTurnIsAFaultOfOurs(String what, Flow.Publisher<ReplyFrame> reply)
            throws Exception {
        gateway.provider().publish(call -> reply);

        gateway.post(GatewayUnderTest.STREAM).isRefusal(500, "api_error", false);

        assertThat(log.next()).contains("outcome=failed status=500 ");
        assertThat(log.isSilent()).isTrue();
    }

    @Test
    void anAdapterThatThrowsIsAFaultOfOurs() throws Exception {
        gateway.provider()
                .publish(
                        call -> {
                            throw new IllegalStateException("a fault");
                        });

        gateway.post(GatewayUnderTest.STREAM).isRefusal(500, "api_error", false);

        assertThat(log.next()).contains("outcome=failed status=500 ");
    }

    @Test
    void aReplyWithoutItsLastFrameHasFailed() throws Exception {
        gateway.provider()
                .publish(
                        call ->
                                subscriber -> {
                                    subscriber.onSubscribe(NOTHING);
                                    subscriber.onNext(Frames.stream());
                                    subscriber.onComplete();
                                });

        assertThat(gateway.post(GatewayUnderTest.STREAM).body()).startsWith("event: error\n");
        assertThat(log.next()).contains("outcome=stream_failed");
    }

    @Test
    void whatComesBehindTheLastFrameIsNotHeard() throws Exception {
        gateway.provider()
                .publish(
                        call ->
                                subscriber -> {
                                    subscriber.onSubscribe(NOTHING);
                                    subscriber.onNext(Frames.json(200));
                                    subscriber.onNext(Frames.bytes("{}"));
                                    subscriber.onNext(Frames.end());
                                    subscriber.onNext(Frames.bytes("more"));
                                    subscriber.onNext(Frames.end());
                                    subscriber.onError(new IllegalStateException("a fault"));
                                    subscriber.onComplete();
                                });

        assertThat(gateway.post(GatewayUnderTest.PLAIN).body()).isEqualTo("{}");
        assertThat(log.next()).contains("outcome=answered");
        assertThat(log.isSilent()).isTrue();
    }
}
