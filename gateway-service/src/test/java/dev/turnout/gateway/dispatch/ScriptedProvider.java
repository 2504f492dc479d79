package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.reply.ReplyPipe;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An adapter that replies what a test tells it: at once by target, or frame by frame. */
public final class ScriptedProvider implements ProviderApi {

    private static final long HANG_SECONDS = 20;

    private final ConcurrentMap<String, List<ReplyFrame>> replies = new ConcurrentHashMap<>();
    private final BlockingQueue<OpenCall> calls = new LinkedBlockingQueue<>();
    private volatile Function<OpenCall, Flow.Publisher<ReplyFrame>> publisher =
            call -> new ReplyPipe(call);

    @Override
    public Flow.Publisher<ReplyFrame> call(ProviderCall call, byte[] body) {
        var target = call.target().toString();
        var open = new OpenCall(call, body, replies.getOrDefault(target, List.of()));
        calls.add(open);
        return publisher.apply(open);
    }

    /** From now on calls of this target get these frames, and stay open behind the last. */
    public ScriptedProvider reply(String target, ReplyFrame... frames) {
        replies.put(target, List.of(frames));
        return this;
    }

    /** For adapters that do not keep their contract. */
    public void publish(Function<OpenCall, Flow.Publisher<ReplyFrame>> anything) {
        publisher = anything;
    }

    /** The next call, once it has come. */
    public OpenCall next() throws InterruptedException {
        var call = calls.poll(HANG_SECONDS, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("no call has come");
        }
        return call;
    }

    /** Whether there was no call but those that {@link #next} has given. */
    public boolean isIdle() {
        return calls.isEmpty();
    }
}
