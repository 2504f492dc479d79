package dev.turnout.fakeprovider;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An upstream on 127.0.0.1 that speaks Anthropic Messages: {@code POST /v1/messages} as its script
 * says, {@code POST /v1/messages/count_tokens} and {@code GET /v1/models}; anything else is a 404.
 */
public final class FakeProvider implements AutoCloseable {

    /** How many requests are remembered unless told otherwise. */
    public static final int REMEMBERED = 10_000;

    private final Vertx vertx;
    private final HttpServer server;
    private final int remembered;
    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
    private final Queue<Awaited> awaiting = new ConcurrentLinkedQueue<>();
    private final LongAdder count = new LongAdder();
    private volatile Script script = new ModelNameScript();

    private record Awaited(
            Predicate<ReceivedRequest> wanted, CompletableFuture<ReceivedRequest> request) {

        boolean isMetBy(ReceivedRequest candidate) {
            return wanted.test(candidate) && request.complete(candidate);
        }
    }

    private FakeProvider(int port, int remembered) {
        this.remembered = remembered;
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var options =
                new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setTcpNoDelay(true)
                        // An upgrade would put clients that offer one on another protocol.
                        .setHttp2ClearTextEnabled(false)
                        .setMaxHeaderSize(64 * 1024);
        server = vertx.createHttpServer(options).requestHandler(this::receive);
    }

    /** Starts on a free port, with the script that the model's name chooses. */
    public static FakeProvider start() {
        return start(0, REMEMBERED);
    }

    /**
     * Starts on a port.
     *
     * @param port 0 for a free one
     * @param remembered how many of the newest requests {@link #requests} gives
     * @throws IllegalStateException where the port is taken
     */
    public static FakeProvider start(int port, int remembered) {
        var provider = new FakeProvider(port, remembered);
        try {
            provider.server
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            return provider;
        } catch (ExecutionException | TimeoutException e) {
            provider.close();
            throw new IllegalStateException("the fake provider cannot listen on " + port, e);
        } catch (InterruptedException e) {
            provider.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the fake provider started", e);
        }
    }

    /** The base URL, as the vendor's SDK wants it: without {@code /v1}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** How requests to {@code /v1/messages} are answered from now on. */
    public void answer(Script script) {
        this.script = script;
    }

    /** The newest requests, oldest first, of any path. */
    public List<ReceivedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Completes with the next request of any path that {@code wanted} accepts. */
    public CompletableFuture<ReceivedRequest> next(Predicate<ReceivedRequest> wanted) {
        var awaited = new Awaited(wanted, new CompletableFuture<>());
        awaiting.add(awaited);
        return awaited.request();
    }

    /** How many requests have come since the start or the last {@link #forget}. */
    public long count() {
        return count.sum();
    }

    /** Forgets the requests so far and answers by the model's name again. */
    public void forget() {
        synchronized (requests) {
            requests.clear();
        }
        count.reset();
        script = new ModelNameScript();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void receive(HttpServerRequest http) {
        var response = http.response();
        http.body()
                .onSuccess(
                        body -> {
                            var request = remember(http, body.getBytes());
                            response.putHeader("request-id", "req_fake_" + count.sum());
                            new Player(vertx, request, response, Player.resetOf(http.connection()))
                                    .play(Tape.of(answerTo(request)));
                        });
    }

    private ReceivedRequest remember(HttpServerRequest http, byte[] body) {
        var headers = new ArrayList<Header>();
        for (var field : http.headers().entries()) {
            headers.add(new Header(field.getKey(), field.getValue()));
        }

        var request =
                new ReceivedRequest(
                        http.method().name(),
                        orEmpty(http.path()),
                        orEmpty(http.query()),
                        headers,
                        body);
        count.increment();
        synchronized (requests) {
            requests.addLast(request);
            if (requests.size() > remembered) {
                requests.removeFirst();
            }
        }
        awaiting.removeIf(awaited -> awaited.isMetBy(request));
        return request;
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    private Answer answerTo(ReceivedRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/messages" -> scripted(request);
            case "POST /v1/messages/count_tokens" ->
                    json("{\"input_tokens\":" + request.body().length / 4 + "}");
            case "GET /v1/models" -> json(MODELS);
            default -> Answer.status(404, "not_found_error", "no such path: " + request.path());
        };
    }

    private Answer scripted(ReceivedRequest request) {
        try {
            return script.answer(request);
        } catch (RuntimeException e) {
            // A test's script that throws has to be seen by the test, not to hang it.
            return Answer.status(500, "api_error", "the script failed: " + e);
        }
    }

    private static Answer json(String body) {
        return new Answer.Raw(
                200,
                List.of(new Header("content-type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static final String MODELS =
            """
            {"data":[{"type":"model","id":"claude-fake-1","display_name":"Claude Fake 1",\
            "created_at":"2026-01-01T00:00:00Z"}],\
            "has_more":false,"first_id":"claude-fake-1","last_id":"claude-fake-1"}""";
}
