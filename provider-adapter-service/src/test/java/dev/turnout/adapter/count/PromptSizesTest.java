package dev.turnout.adapter.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.Usage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptSizesTest {

    private static final String MODEL = "coder-1";

    private static final Asked LONG =
            Asked.of("house/coder")
                    .withBody(
                            "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                                    .formatted("The quick brown fox jumps. ".repeat(1_000)));

    private static final ProviderCall CALL = LONG.call();

    /** One thread of each kind, so that what was begun first is done first. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private final WorkerExecutor counting = vertx.createSharedWorkerExecutor("turnout-count", 1);
    private final TokenCounts counts = new TokenCounts(vertx);
    private final AtomicLong nanos = new AtomicLong();
    private final PromptSizes sizes = new PromptSizes(counts, nanos::get);
    private long ownCount;

    @BeforeEach
    void count() {
        var prompt = new Prompt(CALL.dialect(), MODEL, LONG.body());
        ownCount = await(counts.count(prompt)).orElseThrow();
    }

    @AfterEach
    void close() {
        counting.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anEstimateIsCorrectedByWhatTheTargetHasTold() {
        long estimate = CALL.estimatedTokens();
        assertThat(sizes.calibrated(CALL, MODEL).estimatedTokens()).isEqualTo(estimate);

        sizes.asked(CALL, MODEL, LONG.body()).accept(prompt(estimate * 3 / 2));

        assertThat(sizes.calibrated(CALL, MODEL).estimatedTokens())
                .isCloseTo(estimate * 5 / 4, within(1L));
        assertThat(sizes.calibrated(CALL, "other").estimatedTokens()).isEqualTo(estimate);
    }

    @Test
    void aCountIsCorrectedByCountsOfThePromptsThatWereAnswered() {
        assertThat(sizes.calibrated(CALL, MODEL, ownCount)).isEqualTo(ownCount);

        answered(ownCount * 3 / 2);

        assertThat(sizes.calibrated(CALL, MODEL, ownCount)).isCloseTo(ownCount * 5 / 4, within(1L));
    }

    /** Counting is work: one prompt in half a minute is enough. */
    @Test
    void promptsAreCountedNowAndThen() {
        sizes.calibrated(CALL, MODEL, ownCount);
        answered(ownCount * 3 / 2);
        nanos.addAndGet(29_000_000_000L);
        answered(ownCount * 3 / 2);
        assertThat(sizes.calibrated(CALL, MODEL, ownCount)).isCloseTo(ownCount * 5 / 4, within(1L));

        nanos.addAndGet(1_000_000_000L);
        answered(ownCount * 3 / 2);
        assertThat(sizes.calibrated(CALL, MODEL, ownCount)).isCloseTo(ownCount * 4 / 3, within(1L));
    }

    /** Where the provider counts, or nobody wants to know, no prompt is counted here. */
    @Test
    void promptsOfTargetsThatNobodyCountsForAreNotCounted() {
        answered(ownCount * 3 / 2);

        assertThat(sizes.calibrated(CALL, MODEL, ownCount)).isEqualTo(ownCount);
    }

    /** A prompt was answered, and what it teaches is learned. */
    private void answered(long tokens) {
        sizes.asked(CALL, MODEL, LONG.body()).accept(prompt(tokens));
        var next = "{\"model\":\"m\",\"messages\":[]}".getBytes(UTF_8);
        await(counts.count(new Prompt(CALL.dialect(), MODEL, next)));
    }

    private static Usage prompt(long tokens) {
        return new Usage(tokens, 0, 0, 9, 0, true);
    }

    private static <T> T await(Future<T> counted) {
        return Listener.await(counted.toCompletionStage().toCompletableFuture());
    }
}
