package dev.turnout.search.limit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives up what takes too long. Mutiny's own limit starts its clock before those who wait have
 * subscribed: where it runs out in between, the stage behind it takes its own answer for the one
 * that it waits for.
 */
public final class TimeLimit {

    private TimeLimit() {}

    /**
     * The answer, or else a failure: then nobody waits for the answer any longer, and it is
     * cancelled. The failure comes on a worker's thread.
     */
    public static <T> Uni<T> within(
            Duration limit, Uni<T> answer, Supplier<? extends Throwable> late) {
        return Uni.createFrom()
                .emitter(
                        emitter -> {
                            var waiting = answer.subscribe().with(emitter::complete, emitter::fail);
                            var clock =
                                    Infrastructure.getDefaultWorkerPool()
                                            .schedule(
                                                    () -> {
                                                        waiting.cancel();
                                                        emitter.fail(late.get());
                                                    },
                                                    limit.toNanos(),
                                                    TimeUnit.NANOSECONDS);
                            emitter.onTermination(
                                    () -> {
                                        clock.cancel(false);
                                        waiting.cancel();
                                    });
                        });
    }
}
