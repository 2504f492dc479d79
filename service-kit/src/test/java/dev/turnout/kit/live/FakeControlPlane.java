package dev.turnout.kit.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.ConfigApi;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.ConfigStatus;
import dev.turnout.contracts.config.Submission;
import dev.turnout.contracts.config.SubmissionResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A control plane whose feed a test speaks, and which remembers what it is told. */
final class FakeControlPlane implements ConfigApi {

    /** How often from now on the feed cannot be opened. */
    final AtomicInteger away = new AtomicInteger();

    /** How many acknowledgements from now on are not heard. */
    final AtomicInteger deaf = new AtomicInteger();

    private final BlockingQueue<Opened> opened = new LinkedBlockingQueue<>();
    private final List<CompletableFuture<Void>> lines = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Acknowledgement> heard = new LinkedBlockingQueue<>();

    /** One opening of the feed: what the replica said it has, and the line to it. */
    record Opened(
            long after,
            long afterKeys,
            MultiEmitter<? super ConfigEvent> line,
            CompletableFuture<Void> hungUp) {

        void say(ConfigEvent event) {
            line.emit(event);
        }
    }

    /** Waits for the feed to be opened. */
    Opened opened() throws InterruptedException {
        return soon(opened);
    }

    /** Waits for the next acknowledgement. */
    Acknowledgement heard() throws InterruptedException {
        return soon(heard);
    }

    /** What has been acknowledged and not been asked for here. */
    int unasked() {
        return heard.size();
    }

    /** Waits until nobody is on the line: whoever has hung up writes nothing to disk any more. */
    void allHungUp() throws Exception {
        for (var line : lines) {
            line.get(5, TimeUnit.SECONDS);
        }
    }

    private static <T> T soon(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(5, TimeUnit.SECONDS);
        assertThat(next).as("within 5 s").isNotNull();
        return requireNonNull(next);
    }

    @Override
    public Multi<ConfigEvent> watch(long after, long afterKeys) {
        if (away.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            throw new IllegalStateException("the control plane is away");
        }
        return Multi.createFrom()
                .emitter(
                        line -> {
                            var hungUp = new CompletableFuture<Void>();
                            lines.add(hungUp);
                            line.onTermination(() -> hungUp.complete(null));
                            opened.add(new Opened(after, afterKeys, line, hungUp));
                        });
    }

    @Override
    public Uni<Void> acknowledge(Acknowledgement acknowledgement) {
        if (deaf.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            return Uni.createFrom().failure(new IllegalStateException("not heard"));
        }
        heard.add(acknowledgement);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<SubmissionResult> submit(Submission submission) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<ConfigStatus> status() {
        throw new UnsupportedOperationException();
    }
}
