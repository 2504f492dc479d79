package dev.turnout.kit.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReachingTest {

    private static final Duration HANG = Duration.ofSeconds(5);

    private final AtomicInteger calls = new AtomicInteger();

    /** As the REST client reports it: the fault of the network is the cause. */
    private static Uni<String> refused() {
        return Uni.createFrom()
                .failure(() -> new ProcessingException(new ConnectException("refused")));
    }

    private Uni<String> upAtThirdCall() {
        return calls.incrementAndGet() < 3 ? refused() : Uni.createFrom().item("up");
    }

    @Test
    void whoIsRefusedAsksAgain() {
        var answer = Reaching.service("routing", this::upAtThirdCall).await().atMost(HANG);

        assertThat(answer).isEqualTo("up");
        assertThat(calls).hasValue(3);
    }

    @Test
    void butNotForEver() {
        assertThatThrownBy(
                        () ->
                                Reaching.service("routing", ReachingTest::refused)
                                        .await()
                                        .atMost(HANG))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                Problem.of(
                                                        ProblemCode.UNAVAILABLE,
                                                        "the routing service is away;"
                                                                + " try again in a moment",
                                                        1)));
    }

    @Test
    void anotherFaultIsNotTriedAgain() {
        assertThatThrownBy(
                        () ->
                                Reaching.service(
                                                "search",
                                                () -> {
                                                    calls.incrementAndGet();
                                                    return Uni.createFrom()
                                                            .failure(
                                                                    new ProcessingException(
                                                                            "timed out"));
                                                })
                                        .await()
                                        .atMost(HANG))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNAVAILABLE);
                            assertThat(e.problem().message())
                                    .contains("search")
                                    .doesNotContain("timed out");
                        });
        assertThat(calls).hasValue(1);
    }

    @Test
    void aCallThatThrowsIsAFaultLikeAnyOther() {
        assertThatThrownBy(
                        () ->
                                Reaching.service(
                                                "search",
                                                () -> {
                                                    throw new IllegalStateException("no client");
                                                })
                                        .await()
                                        .atMost(HANG))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aProblemPassesAsItIs() {
        var problem =
                Problem.of(ProblemCode.POLICY_BLOCKED, "no target can serve it").asException();

        assertThatThrownBy(
                        () ->
                                Reaching.service("routing", () -> Uni.createFrom().failure(problem))
                                        .await()
                                        .atMost(HANG))
                .isSameAs(problem);
    }

    @Test
    void theAnswerComesOnTheEventLoopOfTheCallerEvenAfterARetry() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var caller = vertx.getOrCreateContext();
            var answeredOn = new CompletableFuture<Context>();

            caller.runOnContext(
                    there ->
                            Reaching.service("routing", this::upAtThirdCall)
                                    .subscribe()
                                    .with(up -> answeredOn.complete(Vertx.currentContext())));

            assertThat(answeredOn.get(5, TimeUnit.SECONDS)).isSameAs(caller);
        } finally {
            vertx.close();
        }
    }
}
