package dev.turnout.adapter.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.ReceivedRequest;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.Script;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subscriber that leaves is felt by the provider. */
class LeavingTest {

    private static final String BEGIN =
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n";
    private static final String END = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter();
    private final CompletableFuture<ReceivedRequest> received = new CompletableFuture<>();

    @BeforeEach
    void configure() {
        adapter.with(Configured.provider(upstream.url()));
    }

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @Test
    void beforeTheHead() {
        upstream.answer(noting(request -> new Answer.Hang()));
        var listener = adapter.ask(Asked.of("fake/m"));
        var request = Listener.await(received);

        listener.cancel();

        Listener.await(request.clientLeft());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, Long.MAX_VALUE})
    void inTheMiddle(long demand) {
        upstream.answer(noting(request -> new Answer.StallAfter(Reply.numbered("m", 20), 5)));
        var listener = adapter.ask(Asked.of("fake/m"), demand);
        assertThat(listener.first()).isInstanceOf(ReplyFrame.Head.class);

        listener.cancel();

        Listener.await(Listener.await(received).clientLeft());
        assertThat(listener.isOver()).isFalse();
    }

    @Test
    void whenItIsGivenUpForItsSilence() {
        adapter.with(Configured.provider(upstream.url()), Adapter.IMPATIENT_LATER);
        upstream.answer(noting(request -> new Answer.StallAfter(Reply.numbered("m", 20), 5)));

        adapter.ask(Asked.of("fake/m")).whole();

        Listener.await(Listener.await(received).clientLeft());
    }

    private Script noting(Script script) {
        return request -> {
            received.complete(request);
            return script.answer(request);
        };
    }

    /** Vert.x closes the connection of a reply that has ended, though it may carry another's. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterTheWholeReplyCameItBreaksNobodyElses(boolean inOnePiece) {
        var vertx = adapter.vertx();
        var connections = new LinkedBlockingQueue<HttpConnection>();
        var replies = new LinkedBlockingQueue<HttpServerResponse>();
        var server =
                Listener.await(
                        vertx.createHttpServer()
                                .connectionHandler(connections::add)
                                .requestHandler(request -> replies.add(stream(request)))
                                .listen(0, "127.0.0.1")
                                .toCompletionStage()
                                .toCompletableFuture());
        adapter.apply(
                Configured.snapshot(
                        1,
                        Map.of(
                                "fake",
                                Configured.provider(
                                        URI.create("http://127.0.0.1:" + server.actualPort())),
                                "other",
                                Configured.provider(upstream.url()))));
        var left = adapter.ask(Asked.of("fake/m"), 1);
        var reply = next(replies);
        if (inOnePiece) {
            reply.end(BEGIN + END);
            left.first();
        } else {
            reply.write(BEGIN);
            left.first();
            reply.end(END);
        }
        // When another provider has answered on this event loop, all of that has come.
        adapter.ask(Asked.of("other/m")).whole();
        connections.clear();
        var other = adapter.ask(Asked.of("fake/m"));
        var otherReply = next(replies);
        otherReply.write(BEGIN);
        other.first();
        assertThat(connections).as("opened anew").isEmpty();

        left.cancel();
        // What follows the leaving on that event loop has been done when this has.
        adapter.ask(Asked.of("other/m")).whole();
        otherReply.end(END);

        assertThat(other.whole().end().stopReason()).isNull();
    }

    private static HttpServerResponse stream(HttpServerRequest request) {
        return request.response().putHeader("content-type", "text/event-stream").setChunked(true);
    }

    private static HttpServerResponse next(BlockingQueue<HttpServerResponse> replies) {
        return Listener.await(
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return replies.take();
                            } catch (InterruptedException e) {
                                throw new AssertionError("interrupted", e);
                            }
                        }));
    }
}
