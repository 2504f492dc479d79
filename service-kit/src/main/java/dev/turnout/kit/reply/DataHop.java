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

    private final Vertx vertx;
    private final HttpClient http;
    private final URI adapter;
    private final ServiceSecret secret;
    private final FrameCodec codec;
    private final Buffer request;
    private final Predicate<HttpConnection> old;

    private @Nullable HttpClientRequest sent;
    private @Nullable HttpClientResponse reply;
    private boolean headSeen;
    private boolean over;
    private long startedNanos;

    DataHop(
            Vertx vertx,
            HttpClient http,
            URI adapter,
            ServiceSecret secret,
            FrameCodec codec,
            Buffer request,
            Predicate<HttpConnection> old) {
        this.vertx = vertx;
        this.http = http;
        this.adapter = adapter;
        this.secret = secret;
        this.codec = codec;
        this.request = request;
        this.old = old;
    }

    @Override
    public void start(ReplyPipe pipe) {
        startedNanos = System.nanoTime();
        connect(pipe);
    }

    private void connect(ReplyPipe pipe) {
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(adapter.getHost())
                        .setPort(adapter.getPort() < 0 ? 80 : adapter.getPort())
                        .setURI(ProviderApi.PATH);
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
        if (over) {
            connected.reset();
            return;
        }
        sent = connected;
        connected.putHeader(ServiceSecret.HEADER, secret.current());
        if (old.test(connected.connection())) {
            connected.putHeader("connection", "close");
        }
        connected
                .send(request)
                .onSuccess(response -> read(response, pipe))
                .onFailure(fault -> broken(fault, pipe));
    }

    private void read(HttpClientResponse response, ReplyPipe pipe) {
        reply = response;
        response.exceptionHandler(fault -> broken(fault, pipe));
        if (response.statusCode() != 200) {
            LOG.errorf("the provider adapter at %s answers %d", adapter, response.statusCode());
            fail(pipe, ProblemCode.UNAVAILABLE, "the provider adapter does not take the call");
            return;
        }
        var frames =
                new FrameReader(
                        codec,
                        frame -> {
                            headSeen |= frame instanceof ReplyFrame.Head;
                            over |= isLast(frame);
                            pipe.send(frame);
                        });
        response.handler(
                chunk -> {
                    frames.handle(chunk);
                    if (!over && !pipe.wantsMore()) {
                        response.pause();
                    }
                });
        response.endHandler(end -> broken(null, pipe));
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
        pipe.send(new ReplyFrame.Failure(Problem.of(code, message)));
    }

    @Override
    public void resume() {
        if (reply != null) {
            reply.resume();
        }
    }

    @Override
    public void cancel() {
        over = true;
        if (sent != null) {
            sent.reset();
        }
    }
}
