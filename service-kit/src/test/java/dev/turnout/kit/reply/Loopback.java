package dev.turnout.kit.reply;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.JsonAsInQuarkus;
import dev.turnout.kit.internal.Doors;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Adapters that a test plays, on loopback, and a caller with an event loop of its own. */
final class Loopback {

    static final FrameCodec CODEC = new FrameCodec(JsonAsInQuarkus.mapper());

    static final ReplyFrame HEAD =
            new ReplyFrame.Head(200, List.of(new Header("content-type", "application/json")));
    static final ReplyFrame BYTES = new ReplyFrame.Bytes(new byte[] {'{', '}'}, false);
    static final ReplyFrame END =
            new ReplyFrame.End(new Usage(1, 2, 3, 4, 0, true), "end_turn", "req_vendor");

    /** Connections that adapters were asked for. */
    final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    /** What nobody caught on the caller's event loop. */
    final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

    private final Vertx vertx;
    private final Path dir;
    private final Context caller;

    Loopback(Vertx vertx, Path dir) {
        this.vertx = vertx;
        this.dir = dir;
        this.caller = vertx.getOrCreateContext();
        caller.exceptionHandler(faults::add);
    }

    /** Calls an adapter of its own that answers so. */
    ProviderApi provider(Consumer<HttpServerRequest> adapter) throws Exception {
        var server =
                await(
                        vertx.createHttpServer()
                                .connectionHandler(connections::add)
                                .requestHandler(adapter::accept)
                                .listen(0, "127.0.0.1"));
        var url = URI.create("http://127.0.0.1:" + server.actualPort());
        return new RemoteProvider(
                vertx, CODEC, new AdapterAddressesTest.Fixed(url, Map.of()), Doors.secret(dir));
    }

    /** Everything a caller does happens on its event loop. */
    void onCaller(Runnable step) {
        caller.runOnContext(there -> step.run());
    }

    Taker call(ProviderApi provider, Taker taker) {
        onCaller(() -> provider.call(Calls.CALL, Calls.bytes(10)).subscribe(taker));
        return taker;
    }

    static HttpServerResponse chunked(HttpServerRequest request) {
        return request.response().setChunked(true);
    }

    static Buffer wire(ReplyFrame... frames) {
        var wire = Buffer.buffer();
        for (var frame : frames) {
            wire.appendBuffer(CODEC.encode(frame));
        }
        return wire;
    }

    static <T> T await(Future<T> event) throws Exception {
        return event.get(10, TimeUnit.SECONDS);
    }

    static <T> T await(io.vertx.core.Future<T> event) throws Exception {
        return await(event.toCompletionStage().toCompletableFuture());
    }
}
