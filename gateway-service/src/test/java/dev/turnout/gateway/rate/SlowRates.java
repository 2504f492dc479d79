package dev.turnout.gateway.rate;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A store that rules when the test says so, as one does that is asked over a network. */
public final class SlowRates implements RateStore {

    private static final long HANG_SECONDS = 20;

    private record Wish(Context loop, Promise<Ruling> promise, List<Bucket> buckets) {}

    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private @Nullable Wish waiting;

    @Override
    public Future<Ruling> take(List<Bucket> buckets) {
        var promise = Promise.<Ruling>promise();
        wishes.add(new Wish(Objects.requireNonNull(Vertx.currentContext()), promise, buckets));
        return promise.future();
    }

    /** Returns once a request waits. */
    public void awaitWish() throws InterruptedException {
        waiting = next();
    }

    /** Grants the next wish, once it has come. */
    public void grant() throws InterruptedException {
        var wish = waiting == null ? next() : waiting;
        waiting = null;
        var standings = wish.buckets().stream().map(bucket -> new Standing(bucket, 0)).toList();
        wish.loop().runOnContext(now -> wish.promise().complete(new Ruling(true, standings)));
    }

    private Wish next() throws InterruptedException {
        var wish = wishes.poll(HANG_SECONDS, TimeUnit.SECONDS);
        if (wish == null) {
            throw new AssertionError("nobody has asked");
        }
        return wish;
    }
}
