package dev.turnout.kit.reply;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.ReplyFrame;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subscriber that remembers what came, and asks for more only when it is told to. */
final class Taker implements Flow.Subscriber<ReplyFrame> {

    final List<ReplyFrame> taken = new CopyOnWriteArrayList<>();
    final CompletableFuture<List<ReplyFrame>> end = new CompletableFuture<>();

    private final LinkedBlockingQueue<ReplyFrame> arrivals = new LinkedBlockingQueue<>();
    private final long atFirst;
    private Consumer<ReplyFrame> atEach = frame -> {};
    private Flow.@Nullable Subscription subscription;

    /** Asks for so many at first; 0 asks for none. */
    Taker(long atFirst) {
        this.atFirst = atFirst;
    }

    static Taker ofAll() {
        return new Taker(Long.MAX_VALUE);
    }

    /** What happens within {@code onNext}. */
    Taker atEach(Consumer<ReplyFrame> step) {
        atEach = step;
        return this;
    }

    void request(long frames) {
        requireNonNull(subscription).request(frames);
    }

    void cancel() {
        requireNonNull(subscription).cancel();
    }

    /** Waits for the next frame. */
    ReplyFrame next() throws InterruptedException {
        var frame = arrivals.poll(5, TimeUnit.SECONDS);
        assertThat(frame).as("a frame within 5 s").isNotNull();
        return requireNonNull(frame);
    }

    /** Waits for the end; all that was taken. */
    List<ReplyFrame> all() throws Exception {
        return end.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (atFirst > 0) {
            newSubscription.request(atFirst);
        }
    }

    @Override
    public void onNext(ReplyFrame frame) {
        taken.add(frame);
        arrivals.add(frame);
        atEach.accept(frame);
    }

    @Override
    public void onError(Throwable fault) {
        end.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        end.complete(taken);
    }
}
