package dev.turnout.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.dispatch.OpenCall;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.front.RawClient;
import dev.turnout.gateway.ledger.CapturedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A client that does not read slows the provider down, and nothing piles up between. */
class BackPressureTest {

    private static final int FRAME = 64 << 10;

    /** More than any two sockets hold between them. */
    private static final int MUCH = 1 << 10;

    @Test
    void whoDoesNotReadIsSentNoMoreUntilHeDoes() throws Exception {
        try (var gateway = GatewayUnderTest.start();
                var log = CapturedLog.of(CapturedLog.ACCESS);
                var client = gateway.connect()) {
            client.post(GatewayUnderTest.STREAM);
            var call = gateway.provider().next().send(Frames.stream());

            int sent = sendWhileWanted(call);
            assertThat(sent).isLessThan(MUCH);

            var answer = CompletableFuture.supplyAsync(() -> whole(client));
            call.awaitWanted();
            call.send(Frames.bytes("last"), Frames.end());
            assertThat(answer.join()).hasSize(sent * FRAME + 4).startsWith("xx").endsWith("xlast");
            assertThat(log.next()).contains("outcome=answered");
        }
    }

    @Test
    void whoLeavesInsteadFreesTheProvider() throws Exception {
        try (var gateway = GatewayUnderTest.start();
                var log = CapturedLog.of(CapturedLog.ACCESS);
                var client = gateway.connect()) {
            client.post(GatewayUnderTest.STREAM);
            var call = gateway.provider().next().send(Frames.stream());
            sendWhileWanted(call);

            client.close();

            call.awaitCancelled();
            assertThat(log.next()).contains("outcome=client_left");
        }
    }

    private static String whole(RawClient client) {
        try {
            return client.answer().body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int sendWhileWanted(OpenCall call) {
        var frame = Frames.bytes("x".repeat(FRAME));
        int sent = 0;
        while (sent < MUCH && call.isWanted()) {
            call.send(frame);
            sent++;
        }
        return sent;
    }
}
