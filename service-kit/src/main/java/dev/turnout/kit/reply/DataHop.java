package dev.turnout.kit.reply;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.internal.ServiceSecret;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request to one adapter, and the frames of its reply. */
final class DataHop implements ReplyPipe.Source {

    private static final Logger LOG = Logger.getLogger(DataHop.class);

    private static final long RETRY_EVERY_MILLIS = 50;
    private static final long RETRY_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Buffer SENT = Buffer.buffer();

    private final Vertx vertx;
    private final HttpClient http;
    private final URI adapter;
    private final ServiceSecret secret;
    private final FrameCodec codec;
    private final Predicate<HttpConnection> old;
    private final Line line;

    private Buffer unsent;
    private boolean headSeen;
    private boolean over;
    private long startedNanos;

    DataHop(
            Vertx vertx,
            HttpClient http,
            URI adapter,
            ServiceSecret secret,
            FrameCodec codec,
            Buffer unsent,
            Predicate<HttpConnection> old) {
        this.vertx = vertx;
        this.http = http;
        this.adapter = adapter;
        this.secret = secret;
        this.codec = codec;
        this.unsent = unsent;
        this.old = old;
        this.line = new Line(vertx);
    }

    @Override
    public void start(ReplyPipe pipe) {
        startedNanos = System.nanoTime();
        connect(pipe);
    }

    private void connect(ReplyPipe pipe) {
        if (over) {
            return;
        }
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(adapter.resolve(ProviderApi.PATH).toString());
        http.request(options)
                .onSuccess(connected -> send(connected, pipe))
                .onFailure(fault -> retry(fault, pipe));
    }

    /** An adapter that restarts is back in a moment; nothing has been sent yet. */
    private void retry(Throwable fault, ReplyPipe pipe) {
        if (over) {
            return;
        }
        if (fault instanceof ConnectException
                && System.nanoTime() - startedNanos < RETRY_FOR_NANOS) {
            vertx.setTimer(RETRY_EVERY_MILLIS, again -> connect(pipe));
            return;
        }
        LOG.warnf("the provider adapter at %s cannot be reached: %s", adapter, fault.getMessage());
        fail(pipe, ProblemCode.UNAVAILABLE, "the provider adapter is away; try again in a moment");
    }

    private void send(HttpClientRequest connected, ReplyPipe pipe) {
        // The future tells of every fault; unheard, one of a request that we end would be logged.
        connected.exceptionHandler(fault -> {});
        if (over) {
            connected.reset();
            return;
        }
        line.sent(connected);
        connected.putHeader(ServiceSecret.HEADER, secret.current());
        if (old.test(connected.connection())) {
            connected.putHeader("connection", "close");
        }
        var whole = unsent;
        // A reply may stream for minutes, and nobody needs the body so long.
        unsent = SENT;
        connected
                .send(whole)
                .onSuccess(response -> read(response, pipe))
                .onFailure(fault -> broken(fault, pipe));
    }

    private void read(HttpClientResponse response, ReplyPipe pipe) {
        line.answered(response, () -> broken(null, pipe));
        response.exceptionHandler(fault -> broken(fault, pipe));
        if (response.statusCode() != 200) {
            LOG.errorf("the provider adapter at %s answers %d", adapter, response.statusCode());
            fail(pipe, ProblemCode.UNAVAILABLE, "the provider adapter does not take the call");
            return;
        }
        var frames = new FrameReader(codec, frame -> pass(frame, pipe));
        response.handler(chunk -> read(chunk, frames, response, pipe));
    }

    private void read(
            Buffer chunk, FrameReader frames, HttpClientResponse response, ReplyPipe pipe) {
        if (over) {
            return;
        }
        try {
            frames.handle(chunk);
        } catch (IllegalArgumentException noFrame) {
            broken(noFrame, pipe);
            line.hangUp();
        }
        if (!over && !pipe.wantsMore()) {
            response.pause();
        }
    }

    private void pass(ReplyFrame frame, ReplyPipe pipe) {
        headSeen |= frame instanceof ReplyFrame.Head;
        over |= isLast(frame);
        try {
            pipe.send(frame);
        } catch (RuntimeException fault) {
            LOG.error("whoever takes the reply failed, and is taken to have left", fault);
        }
    }

    private static boolean isLast(ReplyFrame frame) {
        return frame instanceof ReplyFrame.End || frame instanceof ReplyFrame.Failure;
    }

    /** The reply stopped without a last frame: the adapter died, or the network did. */
    private void broken(@Nullable Throwable fault, ReplyPipe pipe) {
        if (over) {
            return;
        }
        LOG.warnf(
                "the reply of the provider adapter at %s broke off: %s",
                adapter, fault == null ? "no last frame" : fault.getMessage());
        fail(
                pipe,
                headSeen ? ProblemCode.STREAM_FAILED : ProblemCode.PROVIDER_FAILED,
                "the connection to the provider adapter was lost; try again");
    }

    private void fail(ReplyPipe pipe, ProblemCode code, String message) {
        over = true;
        // An adapter that restarts is back in a moment.
        var problem =
                code == ProblemCode.UNAVAILABLE
                        ? Problem.of(code, message, 1)
                        : Problem.of(code, message);
        pipe.send(new ReplyFrame.Failure(problem));
    }

    @Override
    public void resume() {
        line.resume();
    }

    @Override
    public void cancel() {
        if (!over) {
            over = true;
            line.hangUp();
        }
    }
}
