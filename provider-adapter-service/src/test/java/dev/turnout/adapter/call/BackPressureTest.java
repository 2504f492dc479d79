package dev.turnout.adapter.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.FakeProvider;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reply waits in the provider's hands, not in ours, until it is wanted. */
class BackPressureTest {

    private static final String BEGIN =
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n";
    private static final String DELTA =
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                    + "\"delta\":{\"type\":\"text_delta\",\"text\":\""
                    + "x".repeat(64 << 10)
                    + "\"}}\n\n";
    private static final String END = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    /** More than the kernel holds of one connection. */
    private static final int DELTAS = 1_024;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong sent = new AtomicLong();
    private final HttpServer server =
            vertx.createHttpServer()
                    .requestHandler(
                            request -> {
                                var response =
                                        request.response()
                                                .putHeader("content-type", "text/event-stream")
                                                .setChunked(true);
                                response.write(BEGIN);
                                write(response);
                            });
    private final FakeProvider other = FakeProvider.start();
    private final Adapter adapter = new Adapter();

    @AfterEach
    void close() {
        adapter.close();
        other.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatIsNotWantedIsNotRead() {
        Listener.await(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture());
        adapter.apply(
                Configured.snapshot(
                        1,
                        Map.of(
                                "slow",
                                Configured.provider(
                                        URI.create("http://127.0.0.1:" + server.actualPort())),
                                "other",
                                Configured.provider(other.url()))));

        var listener = adapter.ask(Asked.of("slow/m"), 1);
        assertThat(listener.first()).isInstanceOf(ReplyFrame.Head.class);
        for (int i = 0; i < 50; i++) {
            // Whatever would be read meanwhile is read on the same event loop.
            adapter.ask(Asked.of("other/m").withoutStream()).whole();
        }
        long unread = DELTAS - sent.get();
        listener.request(Long.MAX_VALUE);
        var heard = listener.whole();

        assertThat(unread).isPositive();
        assertThat(heard.body()).hasSize(BEGIN.length() + DELTAS * DELTA.length() + END.length());
        assertThat(heard.end().stopReason()).isNull();
    }

    private void write(HttpServerResponse response) {
        while (sent.get() < DELTAS) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> write(response));
                return;
            }
            sent.incrementAndGet();
            response.write(Buffer.buffer(DELTA));
        }
        response.end(END);
    }
}
