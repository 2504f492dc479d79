package dev.turnout.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.gateway.admission.Diary;
import dev.turnout.gateway.admission.RecordingStep;
import dev.turnout.gateway.admission.RecordingStep.Wish;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.front.RawClient;
import dev.turnout.gateway.front.Settings;
import dev.turnout.gateway.ledger.CapturedLog;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that leaves stops everything, however far its request has come. */
class ClientLeavesTest {

    private final Diary diary = new Diary();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private CompletableFuture<Wish> wish = CompletableFuture.completedFuture(Wish.GRANT);
    private CapturedLog log;
    private GatewayUnderTest gateway;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        log = CapturedLog.of(CapturedLog.ACCESS);
        var step =
                new RecordingStep(
                        "step",
                        diary,
                        () -> {
                            asked.complete(null);
                            return Uni.createFrom().completionStage(wish);
                        });
        gateway = GatewayUnderTest.of(Settings.USUAL).with(step).start();
        client = gateway.connect();
    }

    @AfterEach
    void stop() throws Exception {
        assertThat(log.isSilent()).isTrue();
        client.close();
        gateway.close();
        log.close();
    }

    @Test
    void beforeItIsAdmitted() throws Exception {
        wish = new CompletableFuture<>();
        gateway.route(
                request -> {
                    throw new AssertionError("nobody wants a plan any more");
                });
        client.post(GatewayUnderTest.STREAM);
        asked.join();

        client.close();
        assertThat(log.next()).contains("outcome=client_left").contains("attempts=0");
        wish.complete(Wish.GRANT);

        diary.await("step settled 0");
        assertThat(diary.entries()).containsExactly("step asked", "step settled 0");
    }

    @Test
    void beforeThereIsAPlan() throws Exception {
        var plan = new CompletableFuture<RoutePlan>();
        var planAsked = new CompletableFuture<Void>();
        gateway.route(
                request -> {
                    planAsked.complete(null);
                    return Uni.createFrom().completionStage(plan);
                });
        client.post(GatewayUnderTest.STREAM);
        planAsked.join();

        client.close();
        assertThat(log.next()).contains("outcome=client_left").contains("route=-");
        plan.complete(GatewayUnderTest.plan("p/m").await().indefinitely());

        // There is one event loop: the plan that nobody wanted is looked at before this.
        gateway.routeTo("p/m").provider().reply("p/m", Frames.json(200), Frames.end());
        assertThat(gateway.post(GatewayUnderTest.PLAIN).status()).isEqualTo(200);
        gateway.provider().next();
        assertThat(gateway.provider().isIdle()).isTrue();
        assertThat(log.next()).contains("outcome=answered");
    }

    @Test
    void beforeThereIsAnAnswer() throws Exception {
        client.post(GatewayUnderTest.STREAM);
        var call = gateway.provider().next();

        client.close();

        call.awaitCancelled();
        assertThat(log.next())
                .contains("outcome=client_left status=0")
                .contains("target=p/m attempts=1");
        assertThat(diary.entries()).containsExactly("step asked", "step settled 0");
    }

    @Test
    void withinTheStream() throws Exception {
        client.post(GatewayUnderTest.STREAM);
        var call = gateway.provider().next().send(Frames.stream(), Frames.bytes("event: x\n\n"));
        client.await("event: x");

        client.close();

        call.awaitCancelled();
        assertThat(log.next()).contains("outcome=client_left status=200");
        call.send(Frames.bytes("more"), Frames.end());
    }

    @Test
    void fromTheSecondTarget() throws Exception {
        gateway.routeTo("p/a", "q/b");
        gateway.provider().reply("p/a", Frames.failure(ProblemCode.PROVIDER_FAILED, "away"));
        client.post(GatewayUnderTest.PLAIN);
        var first = gateway.provider().next();
        var second = gateway.provider().next();

        client.close();

        second.awaitCancelled();
        assertThat(first.isCancelled()).isFalse();
        log.next("failed over");
        assertThat(log.next()).contains("outcome=client_left").contains("target=q/b attempts=2");
    }

    @Test
    void byHttp2() throws Exception {
        var answer = gateway.openByHttp2(GatewayUnderTest.STREAM);
        var call = gateway.provider().next().send(Frames.stream(), Frames.bytes("event: x\n\n"));
        answer.await("event: x", 1);

        answer.leave();

        call.awaitCancelled();
        assertThat(log.next()).contains("outcome=client_left");
    }
}
