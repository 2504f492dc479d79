package dev.turnout.kit.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.JsonAsInQuarkus;
import dev.turnout.kit.internal.Doors;
import dev.turnout.kit.internal.ServiceSecret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an adapter is reached. */
class DataHopTest {

    private static final ReplyFrame END = new ReplyFrame.End(Usage.NONE, null, null);
    private static final FrameCodec CODEC = new FrameCodec(JsonAsInQuarkus.mapper());

    private static final Vertx VERTX = Vertx.vertx();

    private static ServiceSecret secret;
    private static HttpClient http;

    @BeforeAll
    static void open(@TempDir Path dir) {
        secret = Doors.secret(dir);
        http = VERTX.createHttpClient();
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private static List<ReplyFrame> reply(HttpClient client, URI adapter, boolean old)
            throws Exception {
        var taker = Taker.ofAll();
        var hop =
                new DataHop(
                        VERTX,
                        client,
                        adapter,
                        secret,
                        CODEC,
                        CODEC.encode(Calls.CALL, new byte[0]),
                        connection -> old);
        VERTX.runOnContext(there -> new ReplyPipe(hop).subscribe(taker));
        return taker.all();
    }

    private static ProblemCode failure(List<ReplyFrame> frames) {
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst()).isInstanceOf(ReplyFrame.Failure.class);
        return ((ReplyFrame.Failure) frames.getFirst()).problem().code();
    }

    /** The client, but for what happens to a request that is to be opened. */
    private static HttpClient opening(
            UnaryOperator<Future<?>> watch, CompletableFuture<RequestOptions> options) {
        return (HttpClient)
                Proxy.newProxyInstance(
                        HttpClient.class.getClassLoader(),
                        new Class<?>[] {HttpClient.class},
                        (proxy, method, args) -> {
                            options.complete((RequestOptions) args[0]);
                            return watch.apply((Future<?>) method.invoke(http, args));
                        });
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void serve(int port) {
        VERTX.createHttpServer()
                .requestHandler(request -> request.response().end(CODEC.encode(END)))
                .listen(port, "127.0.0.1");
    }

    @Test
    void anAdapterThatIsBackInAMomentIsReached() throws Exception {
        int port = freePort();
        var refused = new CompletableFuture<RequestOptions>();
        var client =
                opening(
                        connecting ->
                                connecting.onFailure(
                                        fault -> {
                                            // Once refused, and not before, it comes up.
                                            if (refused.complete(new RequestOptions())) {
                                                serve(port);
                                            }
                                        }),
                        new CompletableFuture<>());

        var taken = reply(client, URI.create("http://127.0.0.1:" + port), false);

        assertThat(refused).isDone();
        assertThat(taken).containsExactly(END);
    }

    @Test
    void anAdapterThatStaysAwayIsUnavailable() throws Exception {
        var taken = reply(http, URI.create("http://127.0.0.1:" + freePort()), false);

        assertThat(failure(taken)).isEqualTo(ProblemCode.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "http://adapter:8082, adapter, 8082, false",
        "http://adapter, adapter, 80, false",
        "http://my_adapter:8082/, my_adapter, 8082, false",
        "https://adapter.example.org, adapter.example.org, 443, true"
    })
    void theAddressIsTakenAtItsWord(URI address, String host, int port, boolean tls)
            throws Exception {
        var asked = new CompletableFuture<RequestOptions>();
        var client =
                opening(
                        connecting -> Future.failedFuture(new UnknownHostException("nowhere")),
                        asked);

        var taken = reply(client, address, false);

        assertThat(failure(taken)).isEqualTo(ProblemCode.UNAVAILABLE);
        assertThat(asked.join().getHost()).isEqualTo(host);
        assertThat(asked.join().getPort()).isEqualTo(port);
        assertThat(asked.join().isSsl()).isEqualTo(tls);
        assertThat(asked.join().getURI()).isEqualTo("/internal/provider/call");
    }

    @Test
    void anOldConnectionIsGivenUpAfterItsReply() throws Exception {
        var gone = new CompletableFuture<Void>();
        var asked = new CompletableFuture<HttpServerRequest>();
        var server =
                VERTX.createHttpServer()
                        .requestHandler(
                                request -> {
                                    asked.complete(request);
                                    request.connection().closeHandler(gone::complete);
                                    request.response().end(CODEC.encode(END));
                                })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS);

        var taken = reply(http, URI.create("http://127.0.0.1:" + server.actualPort()), true);

        assertThat(taken).containsExactly(END);
        assertThat(asked.join().getHeader("connection")).isEqualTo("close");
        gone.get(5, TimeUnit.SECONDS);
    }
}
