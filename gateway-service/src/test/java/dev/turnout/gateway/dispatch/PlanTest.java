package dev.turnout.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.ledger.CapturedLog;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What routing says, when and how it says it. */
class PlanTest {

    private GatewayUnderTest gateway;
    private CapturedLog log;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start();
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
        log = CapturedLog.of(CapturedLog.ACCESS);
    }

    @AfterEach
    void stop() {
        log.close();
        gateway.close();
        assertThat(gateway.provider().isIdle()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    POLICY_BLOCKED, 400, policy_blocked,   false, rejected
                    FORBIDDEN,      403, permission_error, false, rejected
                    RATE_LIMITED,   429, rate_limit_error, true,  rejected
                    UNAVAILABLE,    503, api_error,        true,  failed
                    """)
    void aProblemIsAnsweredInTheClientsDialect(
            ProblemCode code, int status, String type, boolean retry, String outcome)
            throws Exception {
        var problem = Problem.of(code, "Nothing is configured for it.", 3);
        gateway.route(request -> Uni.createFrom().failure(problem.asException()));

        var answer = gateway.post(GatewayUnderTest.STREAM).isRefusal(status, type, retry);

        assertThat(answer.message()).isEqualTo("Nothing is configured for it.");
        assertThat(answer.headers()).doesNotContainKey("x-turnout-route");
        assertThat(log.next())
                .contains("outcome=" + outcome + " status=" + status)
                .contains("route=-");
    }

    @Test
    void aProblemThatComesLaterIsAnsweredTheSameWay() throws Exception {
        gateway.route(
                request ->
                        Uni.createFrom()
                                .<RoutePlan>failure(
                                        Problem.of(ProblemCode.POLICY_BLOCKED, "no").asException())
                                .emitOn(Infrastructure.getDefaultExecutor()));

        gateway.post(GatewayUnderTest.PLAIN).isRefusal(400, "policy_blocked", false);
    }

    @Test
    void aPlanFromAnotherThreadIsTakenUpOnTheEventLoop() throws Exception {
        gateway.route(
                request ->
                        GatewayUnderTest.plan("p/m").emitOn(Infrastructure.getDefaultExecutor()));

        assertThat(gateway.post(GatewayUnderTest.PLAIN).body()).isEqualTo("{}");
        assertThat(gateway.provider().next().loop()).matches(Context::isEventLoopContext);
    }

    @Test
    void routingIsAskedWhatTheGatewayHasSeen() throws Exception {
        var asked = new CompletableFuture<PlanRequest>();
        gateway.route(
                request -> {
                    asked.complete(request);
                    return GatewayUnderTest.plan("p/m");
                });

        var answer = gateway.post(GatewayUnderTest.PLAIN);

        var traits = asked.join().traits();
        assertThat(traits.model()).isEqualTo("any");
        assertThat(traits.bodyBytes()).isEqualTo(GatewayUnderTest.PLAIN.length());
        assertThat(asked.join().context().requestId()).isEqualTo(answer.header("request-id"));
        gateway.provider().next();
    }

    @Test
    void routingThatFailsIsAFaultOfOurs() throws Exception {
        gateway.route(request -> Uni.createFrom().failure(new IllegalStateException("secret")));

        assertThat(gateway.post(GatewayUnderTest.PLAIN).isRefusal(500, "api_error", false).body())
                .doesNotContain("secret");
        assertThat(log.next()).contains("outcome=failed status=500");
    }

    @Test
    void routingThatThrowsIsAFaultOfOurs() throws Exception {
        gateway.route(
                request -> {
                    throw new IllegalStateException("secret");
                });

        gateway.post(GatewayUnderTest.PLAIN).isRefusal(500, "api_error", false);
        assertThat(log.next()).contains("outcome=failed status=500");
    }
}
