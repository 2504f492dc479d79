package dev.turnout.kit.reply;

import static dev.turnout.kit.reply.Loopback.BYTES;
import static dev.turnout.kit.reply.Loopback.CODEC;
import static dev.turnout.kit.reply.Loopback.END;
import static dev.turnout.kit.reply.Loopback.HEAD;
import static dev.turnout.kit.reply.Loopback.await;
import static dev.turnout.kit.reply.Loopback.chunked;
import static dev.turnout.kit.reply.Loopback.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.internal.Doors;
import dev.turnout.kit.internal.ServiceSecret;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a reply comes, and how a caller leaves it. */
@Timeout(30)
class RemoteProviderTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final Loopback loopback;

    RemoteProviderTest(@TempDir Path dir) {
        loopback = new Loopback(VERTX, dir);
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void theAdapterIsAskedAsItExpects() throws Exception {
        var asked = new CompletableFuture<HttpServerRequest>();
        var call = new CompletableFuture<FrameCodec.Call>();
        var body = Calls.bytes(400_000);
        var provider =
                loopback.provider(
                        request -> {
                            asked.complete(request);
                            request.body()
                                    .onSuccess(whole -> call.complete(CODEC.decodeCall(whole)));
                        });

        loopback.onCaller(() -> provider.call(Calls.CALL, body).subscribe(Taker.ofAll()));

        assertThat(await(asked).method()).isEqualTo(HttpMethod.POST);
        assertThat(await(asked).path()).isEqualTo(ProviderApi.PATH);
        assertThat(await(asked).getHeader(ServiceSecret.HEADER)).isEqualTo(Doors.SECRET);
        assertThat(await(call).call()).isEqualTo(Calls.CALL);
        assertThat(await(call).body()).isEqualTo(body);
    }

    @Test
    void framesArriveAsTheyWereSent() throws Exception {
        var provider =
                loopback.provider(request -> chunked(request).end(wire(HEAD, BYTES, BYTES, END)));

        var taken = loopback.call(provider, Taker.ofAll()).all();

        assertThat(taken).usingRecursiveComparison().isEqualTo(List.of(HEAD, BYTES, BYTES, END));
    }

    @Test
    void framesArriveWhileTheReplyGoesOn() throws Exception {
        var responses = new LinkedBlockingQueue<HttpServerResponse>();
        var provider =
                loopback.provider(
                        request -> {
                            var response = chunked(request);
                            response.write(wire(HEAD));
                            responses.add(response);
                        });
        var taker = loopback.call(provider, Taker.ofAll());

        assertThat(taker.next()).isEqualTo(HEAD);

        responses.take().end(wire(END));
        assertThat(taker.next()).isEqualTo(END);
    }

    @Test
    void aConnectionIsKeptForTheNextCall() throws Exception {
        var provider = loopback.provider(request -> chunked(request).end(wire(HEAD, END)));

        loopback.call(provider, Taker.ofAll()).all();
        loopback.call(provider, Taker.ofAll()).all();

        assertThat(loopback.connections).hasSize(1);
    }

    /**
     * The adapter would send 32 MB, the caller takes one frame. While it does not, another call
     * moves as many over the same event loops: after that the first has been held up by the buffers
     * of two sockets, or it is not held up at all.
     */
    @Test
    void aCallerThatTakesItsTimeHoldsTheAdapterUp() throws Exception {
        long whole = 32L << 20;
        var written = new AtomicLong();
        var slow = loopback.provider(request -> stream(chunked(request), whole, written));
        var swift = loopback.provider(request -> stream(chunked(request), whole, new AtomicLong()));
        var slowTaker = loopback.call(slow, new Taker(1));
        assertThat(slowTaker.next()).isEqualTo(HEAD);

        loopback.call(swift, Taker.ofAll()).all();

        assertThat(written).hasValueLessThan(whole / 2);
        loopback.onCaller(() -> slowTaker.request(Long.MAX_VALUE));
        assertThat(slowTaker.all()).hasSize(2 + (int) (whole >> 16)).last().isEqualTo(END);
    }

    private static void stream(HttpServerResponse response, long whole, AtomicLong written) {
        var piece = wire(new ReplyFrame.Bytes(new byte[1 << 16], false));
        response.write(wire(HEAD));
        Runnable fill =
                () -> {
                    while (written.get() < whole && !response.writeQueueFull()) {
                        written.addAndGet(1 << 16);
                        response.write(piece);
                    }
                    if (written.get() == whole) {
                        written.incrementAndGet();
                        response.end(wire(END));
                    }
                };
        response.drainHandler(drained -> fill.run());
        fill.run();
    }

    @Test
    void aCallerThatLeavesIsFeltByTheAdapter() throws Exception {
        var gone = new CompletableFuture<Void>();
        var provider =
                loopback.provider(
                        request -> {
                            request.connection().closeHandler(gone::complete);
                            chunked(request).write(wire(HEAD, BYTES));
                        });
        var taker = loopback.call(provider, new Taker(1));
        taker.next();

        loopback.onCaller(taker::cancel);

        await(gone);
    }

    @Test
    void soIsACallerWithABug() throws Exception {
        var gone = new CompletableFuture<Void>();
        var provider =
                loopback.provider(
                        request -> {
                            request.connection().closeHandler(gone::complete);
                            chunked(request).write(wire(HEAD, BYTES));
                        });

        var taker =
                Taker.ofAll()
                        .atEach(
                                frame -> {
                                    throw new IllegalArgumentException("a bug");
                                });
        loopback.call(provider, taker);

        await(gone);
        assertThat(taker.taken).containsExactly(HEAD);
        assertThat(loopback.faults).isEmpty();
    }

    @Test
    void soIsOneThatLeavesBeforeTheReplyBegins() throws Exception {
        var asked = new CompletableFuture<Void>();
        var gone = new CompletableFuture<Void>();
        var provider =
                loopback.provider(
                        request -> {
                            request.connection().closeHandler(gone::complete);
                            asked.complete(null);
                        });
        var taker = loopback.call(provider, Taker.ofAll());
        await(asked);

        loopback.onCaller(taker::cancel);

        await(gone);
    }

    @Test
    void aCallerThatLeavesBeforeTheConnectionStandsSendsNothing() throws Exception {
        var asked = new LinkedBlockingQueue<HttpServerRequest>();
        var provider =
                loopback.provider(
                        request -> {
                            asked.add(request);
                            chunked(request).end(wire(HEAD, END));
                        });
        var left = Taker.ofAll();
        loopback.onCaller(
                () -> {
                    provider.call(Calls.CALL, new byte[0]).subscribe(left);
                    left.cancel();
                });

        loopback.call(provider, Taker.ofAll()).all();

        assertThat(asked).hasSize(1);
        assertThat(left.taken).isEmpty();
    }

    /** Vert.x closes the connection of a reply that has ended, though it may carry another's. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallerThatLeavesAfterTheWholeReplyCameBreaksNobodyElses(boolean inOnePiece)
            throws Exception {
        var replies = new LinkedBlockingQueue<HttpServerResponse>();
        var provider = loopback.provider(request -> replies.add(chunked(request)));
        var left = loopback.call(provider, new Taker(1));
        var reply = replies.take();
        if (inOnePiece) {
            await(reply.end(wire(HEAD, END)));
            left.next();
        } else {
            reply.write(wire(HEAD));
            left.next();
            await(reply.end(wire(BYTES, END)));
        }
        // When another adapter has answered on this event loop, all of that has come.
        loopback.call(loopback.provider(request -> chunked(request).end(wire(END))), Taker.ofAll())
                .all();
        loopback.connections.clear();
        var other = loopback.call(provider, Taker.ofAll());
        var otherReply = replies.take();
        otherReply.write(wire(HEAD));
        other.next();
        assertThat(loopback.connections).as("opened anew").isEmpty();

        loopback.onCaller(left::cancel);
        // What follows the leaving on the caller's event loop has been done when this has.
        var after = new CompletableFuture<Void>();
        loopback.onCaller(
                () -> loopback.onCaller(() -> loopback.onCaller(() -> after.complete(null))));
        await(after);
        otherReply.end(wire(END));

        assertThat(other.all()).containsExactly(HEAD, END);
    }
}
