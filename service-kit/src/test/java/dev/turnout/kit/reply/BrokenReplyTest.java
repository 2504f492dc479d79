package dev.turnout.kit.reply;

import static dev.turnout.kit.reply.Loopback.BYTES;
import static dev.turnout.kit.reply.Loopback.END;
import static dev.turnout.kit.reply.Loopback.HEAD;
import static dev.turnout.kit.reply.Loopback.await;
import static dev.turnout.kit.reply.Loopback.chunked;
import static dev.turnout.kit.reply.Loopback.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a reply that is none, or not a whole one. */
class BrokenReplyTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final Loopback loopback;

    BrokenReplyTest(@TempDir Path dir) {
        loopback = new Loopback(VERTX, dir);
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private static Problem failure(List<ReplyFrame> frames) {
        assertThat(frames.getLast()).isInstanceOf(ReplyFrame.Failure.class);
        return ((ReplyFrame.Failure) frames.getLast()).problem();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 404, 500, 503})
    void anythingButAReplyMeansThatTheAdapterIsAway(int status) throws Exception {
        var provider =
                loopback.provider(request -> request.response().setStatusCode(status).end("no"));

        var taken = loopback.call(provider, Taker.ofAll()).all();

        assertThat(taken).hasSize(1);
        assertThat(failure(taken).code()).isEqualTo(ProblemCode.UNAVAILABLE);
        assertThat(failure(taken).message()).doesNotContain("127.0.0.1");
    }

    @Test
    void anAdapterThatDiesBeforeTheHeadHasFailed() throws Exception {
        var provider = loopback.provider(request -> request.connection().close());

        var taken = loopback.call(provider, Taker.ofAll()).all();

        assertThat(taken).hasSize(1);
        assertThat(failure(taken).code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
    }

    @Test
    void anAdapterThatDiesAfterTheHeadBrokeTheStream() throws Exception {
        var provider =
                loopback.provider(
                        request ->
                                chunked(request)
                                        .write(wire(HEAD, BYTES))
                                        .onSuccess(sent -> request.connection().close()));

        var taken = loopback.call(provider, Taker.ofAll()).all();

        assertThat(taken).hasSize(3);
        assertThat(failure(taken).code()).isEqualTo(ProblemCode.STREAM_FAILED);
    }

    @Test
    void aReplyWithoutALastFrameHasFailed() throws Exception {
        var nothing = loopback.provider(request -> chunked(request).end());
        int half = wire(HEAD).length() + 3;
        var halfAFrame =
                loopback.provider(
                        request -> chunked(request).end(wire(HEAD, END).getBuffer(0, half)));

        assertThat(failure(loopback.call(nothing, Taker.ofAll()).all()).code())
                .isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(failure(loopback.call(halfAFrame, Taker.ofAll()).all()).code())
                .isEqualTo(ProblemCode.STREAM_FAILED);
    }

    @Test
    void whatIsNoFrameIsAFailureAndTheEndOfTheConnection() throws Exception {
        var gone = new CompletableFuture<Void>();
        var provider =
                loopback.provider(
                        request -> {
                            request.connection().closeHandler(gone::complete);
                            chunked(request).write("<html><body>It works!</body></html>");
                        });

        var taken = loopback.call(provider, Taker.ofAll()).all();

        assertThat(failure(taken).code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        await(gone);
        assertThat(loopback.faults).isEmpty();
    }

    @Test
    void whatIsNoFrameAfterTheHeadBrokeTheStream() throws Exception {
        var provider =
                loopback.provider(
                        request ->
                                chunked(request)
                                        .write(
                                                wire(HEAD)
                                                        .appendBytes(new byte[] {9, 0})
                                                        .appendBytes(new byte[4])));

        var taken = loopback.call(provider, Taker.ofAll()).all();

        assertThat(taken).hasSize(2).first().isEqualTo(HEAD);
        assertThat(failure(taken).code()).isEqualTo(ProblemCode.STREAM_FAILED);
    }

    @Test
    void whatFollowsTheLastFrameIsNobodysBusiness() throws Exception {
        var provider =
                loopback.provider(
                        request ->
                                chunked(request).end(wire(HEAD, END).appendString("and so on …")));

        assertThat(loopback.call(provider, Taker.ofAll()).all()).containsExactly(HEAD, END);
        assertThat(loopback.call(provider, Taker.ofAll()).all()).containsExactly(HEAD, END);
        assertThat(loopback.connections).hasSize(1);
    }
}
