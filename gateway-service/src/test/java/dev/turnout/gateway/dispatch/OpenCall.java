package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.reply.ReplyPipe;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One call as the adapter sees it. */
public final class OpenCall implements ReplyPipe.Source {

    private static final long HANG_SECONDS = 20;

    /** Where the reply goes, and the event loop on which it must be sent. */
    private record Way(ReplyPipe pipe, Context loop) {}

    private final ProviderCall call;
    private final byte[] body;
    private final List<ReplyFrame> atOnce;
    private final CompletableFuture<Way> way = new CompletableFuture<>();
    private final Semaphore resumed = new Semaphore(0);
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    OpenCall(ProviderCall call, byte[] body, List<ReplyFrame> atOnce) {
        this.call = call;
        this.body = body;
        this.atOnce = atOnce;
    }

    public ProviderCall call() {
        return call;
    }

    public byte[] body() {
        return body;
    }

    public String target() {
        return call.target().toString();
    }

    /** Sends frames, in order and without waiting for demand. */
    public OpenCall send(ReplyFrame... frames) {
        onLoop(
                pipe -> {
                    for (var frame : frames) {
                        pipe.send(frame);
                    }
                });
        return this;
    }

    /** Whether the gateway would take another frame now. */
    public boolean isWanted() {
        var wanted = new CompletableFuture<Boolean>();
        onLoop(pipe -> wanted.complete(pipe.wantsMore()));
        return wanted.orTimeout(HANG_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Returns once the gateway would take another frame. */
    public void awaitWanted() throws InterruptedException {
        while (!isWanted()) {
            if (!resumed.tryAcquire(HANG_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody wants more");
            }
        }
    }

    /** The event loop on which the reply is wanted. */
    public Context loop() {
        return way.orTimeout(HANG_SECONDS, TimeUnit.SECONDS).join().loop();
    }

    /** Returns once the gateway has left this call. */
    public void awaitCancelled() {
        cancelled.orTimeout(HANG_SECONDS, TimeUnit.SECONDS).join();
    }

    public boolean isCancelled() {
        return cancelled.isDone();
    }

    private void onLoop(Consumer<ReplyPipe> step) {
        var there = way.orTimeout(HANG_SECONDS, TimeUnit.SECONDS).join();
        there.loop().runOnContext(now -> step.accept(there.pipe()));
    }

    @Override
    public void start(ReplyPipe pipe) {
        way.complete(new Way(pipe, Objects.requireNonNull(Vertx.currentContext())));
        atOnce.forEach(pipe::send);
    }

    @Override
    public void resume() {
        resumed.release();
    }

    @Override
    public void cancel() {
        cancelled.complete(null);
    }
}
