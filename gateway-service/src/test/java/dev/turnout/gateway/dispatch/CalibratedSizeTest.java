package dev.turnout.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.gateway.front.GatewayUnderTest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The size that routing goes by is learned from the usage of answers. */
class CalibratedSizeTest {

    /** Some 2,000 tokens by its bytes. */
    private static final String LONG =
            "{\"model\":\"%s\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\""
                    + "x".repeat(6_930)
                    + "\"}]}";

    private static final long ESTIMATE = 2_000;

    private final BlockingQueue<Long> planned = new LinkedBlockingQueue<>();
    private volatile String route = "default";
    private volatile List<Target> targets = List.of(Target.of("p/m"));
    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start();
        gateway.provider().reply("p/m", answer(3_000));
        gateway.route(
                request -> {
                    planned.add(request.traits().estimatedTokens());
                    return Uni.createFrom().item(new RoutePlan(route, targets, "a test", 7));
                });
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void promptsOfAModelAreAsLongAsItsAnswersSay() throws Exception {
        assertThat(size("a")).isCloseTo(ESTIMATE, within(2L));
        assertThat(size("A")).isCloseTo(ESTIMATE * 5 / 4, within(2L));
        assertThat(size("a")).isCloseTo(ESTIMATE * 4 / 3, within(2L));
        assertThat(size("b")).isCloseTo(ESTIMATE, within(2L));
    }

    /** It learns for itself which of its targets has which tokenizer. */
    @Test
    void theAdapterGetsTheEstimateByBytes() throws Exception {
        size("a");
        size("a");
        gateway.provider().next();
        assertThat(gateway.provider().next().call().estimatedTokens())
                .isCloseTo(ESTIMATE, within(2L));
    }

    @Test
    void theRouteForLongPromptsTeachesNothing() throws Exception {
        route = "longContext";
        size("a");
        assertThat(size("a")).isCloseTo(ESTIMATE, within(2L));
    }

    @Test
    void aTargetThatStandsInTeachesNothing() throws Exception {
        targets = List.of(Target.of("broken/m"), Target.of("p/m"));
        var failure = Frames.failure(ProblemCode.PROVIDER_ERROR, "no");
        gateway.provider().reply("broken/m", failure);
        size("a");
        assertThat(size("a")).isCloseTo(ESTIMATE, within(2L));
    }

    /** The size that routing is told of for such a prompt. */
    private long size(String model) throws Exception {
        assertThat(gateway.post(LONG.formatted(model)).status()).isEqualTo(200);
        return planned.take();
    }

    private static ReplyFrame[] answer(long promptTokens) {
        var usage = new Usage(promptTokens, 0, 0, 5, 0, true);
        return new ReplyFrame[] {
            Frames.json(200), Frames.bytes("{}"), new ReplyFrame.End(usage, "end_turn", "r")
        };
    }
}
