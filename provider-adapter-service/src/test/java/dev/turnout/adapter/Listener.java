package dev.turnout.adapter;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.ReplyFrame;
import io.vertx.core.Context;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Subscribes to a reply on an event loop, and remembers what comes. */
public final class Listener implements Flow.Subscriber<ReplyFrame> {

    /** No test waits so long unless something hangs. */
    public static final long HANG_SECONDS = 30;

    private final Context loop;
    private final long firstDemand;
    private final List<ReplyFrame> frames = new ArrayList<>();
    private final CompletableFuture<ReplyFrame> first = new CompletableFuture<>();
    private final CompletableFuture<List<ReplyFrame>> all = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private Listener(Context loop, long firstDemand) {
        this.loop = loop;
        this.firstDemand = firstDemand;
    }

    /** Subscribes, and asks for so many frames. */
    public static Listener to(Context loop, Flow.Publisher<ReplyFrame> reply, long demand) {
        var listener = new Listener(loop, demand);
        loop.runOnContext(
                now -> {
                    try {
                        reply.subscribe(listener);
                    } catch (RuntimeException e) {
                        listener.onError(e);
                    }
                });
        return listener;
    }

    public void request(long demand) {
        loop.runOnContext(
                now -> {
                    if (subscription != null) {
                        subscription.request(demand);
                    }
                });
    }

    public void cancel() {
        loop.runOnContext(
                now -> {
                    if (subscription != null) {
                        subscription.cancel();
                    }
                });
    }

    @Override
    public void onSubscribe(Flow.Subscription reply) {
        subscription = reply;
        reply.request(firstDemand);
    }

    @Override
    public void onNext(ReplyFrame frame) {
        frames.add(frame);
        first.complete(frame);
    }

    @Override
    public void onComplete() {
        all.complete(List.copyOf(frames));
    }

    @Override
    public void onError(Throwable fault) {
        first.completeExceptionally(fault);
        all.completeExceptionally(fault);
    }

    /** Waits for the first frame. */
    public ReplyFrame first() {
        return await(first);
    }

    /** Waits for the end. */
    public Heard whole() {
        return new Heard(await(all));
    }

    /** Whether the last frame has come. */
    public boolean isOver() {
        return all.isDone();
    }

    /** Waits for what a test cannot go on without. */
    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(HANG_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("it failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("it hangs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** A whole reply. */
    public record Heard(List<ReplyFrame> frames) {

        public ReplyFrame.Head head() {
            return (ReplyFrame.Head) frames.getFirst();
        }

        public ReplyFrame.End end() {
            return (ReplyFrame.End) frames.getLast();
        }

        public ReplyFrame.Failure failure() {
            return (ReplyFrame.Failure) frames.getLast();
        }

        /** The problem of the last frame. */
        public Problem problem() {
            return failure().problem();
        }

        /** All bytes of the body. */
        public byte[] body() {
            var body = new ByteArrayOutputStream();
            for (var frame : frames) {
                if (frame instanceof ReplyFrame.Bytes bytes) {
                    body.writeBytes(bytes.payload());
                }
            }
            return body.toByteArray();
        }
    }
}
