package dev.turnout.fakeprovider;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
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
 * An upstream on this machine that plays several vendors, each on its paths; anything else is a
 * 404.
 *
 * <ul>
 *   <li>Anthropic: {@code POST /v1/messages} as the script says, {@code POST
 *       /v1/messages/count_tokens}, {@code GET /v1/models} with an {@code anthropic-version}; a
 *       body that the vendor would refuse is refused before the script;
 *   <li>OpenAI: {@code POST /v1/chat/completions} and {@code POST /v1/responses} as the script
 *       says, {@code POST /v1/responses/input_tokens}, {@code POST /v1/embeddings}, {@code GET
 *       /v1/models}; a body that the vendor would refuse is refused before the script;
 *   <li>Google: {@code POST /v1beta/models/{model}:generateContent} and {@code
 *       :streamGenerateContent} (as events with {@code ?alt=sse}, else as an array) as the script
 *       says, {@code :countTokens}, {@code GET /v1beta/models}; the models' methods on Vertex's
 *       paths too. No key or token, or a body that the vendor would refuse, is refused before the
 *       script; any key will do, but not one in the query, which would stand in logs;
 *   <li>SearXNG: {@code GET /search?q=…&format=json} as its own script says.
 * </ul>
 */
public final class FakeProvider implements AutoCloseable {

    /** How many requests are remembered unless told otherwise. */
    public static final int REMEMBERED = 10_000;

    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final String address;
    private final HttpServer server;
    private final int remembered;
    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
    private final Queue<Awaited> awaiting = new ConcurrentLinkedQueue<>();
    private final LongAdder count = new LongAdder();
    private volatile Answering answering = new Answering();

    private record Awaited(
            Predicate<ReceivedRequest> wanted, CompletableFuture<ReceivedRequest> request) {

        boolean isMetBy(ReceivedRequest candidate) {
            return wanted.test(candidate) && request.complete(candidate);
        }
    }

    private FakeProvider(String address, int port, int remembered) {
        this.address = address;
        this.remembered = remembered;
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var options =
                new HttpServerOptions()
                        .setHost(address)
                        .setPort(port)
                        .setTcpNoDelay(true)
                        // An upgrade would put clients that offer one on another protocol.
                        .setHttp2ClearTextEnabled(false)
                        .setMaxHeaderSize(64 * 1024);
        server = vertx.createHttpServer(options).requestHandler(this::receive);
    }

    /** Starts on a free port of loopback, with the script that the model's name chooses. */
    public static FakeProvider start() {
        return start(0, REMEMBERED);
    }

    /**
     * Starts on a free port of another address of this machine, and of that alone: containers do
     * not reach its loopback.
     *
     * @param address as numbers, IPv4
     * @throws IllegalStateException where this machine does not have the address
     */
    public static FakeProvider startAt(String address) {
        return start(address, 0, REMEMBERED);
    }

    /**
     * Starts on a port of loopback.
     *
     * @param port 0 for a free one
     * @param remembered how many of the newest requests {@link #requests} gives
     * @throws IllegalStateException where the port is taken
     */
    public static FakeProvider start(int port, int remembered) {
        return start(LOOPBACK, port, remembered);
    }

    private static FakeProvider start(String address, int port, int remembered) {
        var provider = new FakeProvider(address, port, remembered);
        try {
            provider.server
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            return provider;
        } catch (ExecutionException | TimeoutException e) {
            provider.close();
            throw new IllegalStateException(
                    "the fake provider cannot listen on " + address + ":" + port, e);
        } catch (InterruptedException e) {
            provider.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the fake provider started", e);
        }
    }

    /** The base URL, as the SDKs of Anthropic and Google want it, and SearXNG: without a path. */
    public URI url() {
        return URI.create("http://" + address + ":" + server.actualPort());
    }

    /** The base URL, as OpenAI's SDK wants it: with {@code /v1}. */
    public URI openAiUrl() {
        return url().resolve("/v1");
    }

    /** How models answer from now on, whatever format they are asked in. */
    public void answer(Script script) {
        answering.script = script;
    }

    /** How searches are answered from now on. */
    public void answerSearch(SearchScript script) {
        answering.search = script;
    }

    /**
     * Lets fields pass that Anthropic or OpenAI does not know, as many compatible vendors do. What
     * belongs to Anthropic alone is still refused as OpenAI, and Google knows no lenience.
     */
    public void allowUnknownFields() {
        answering.unknownFields = true;
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

    /** Forgets the requests so far and what was scripted: answers are as from the start again. */
    public void forget() {
        synchronized (requests) {
            requests.clear();
        }
        count.reset();
        answering = new Answering();
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
                            var id = "req_fake_" + count.sum();
                            Dialect.of(request)
                                    .requestIdHeader()
                                    .ifPresent(header -> response.putHeader(header, id));
                            new Player(vertx, request, response, Player.resetOf(http.connection()))
                                    .play(tape(request));
                        });
    }

    private Tape tape(ReceivedRequest request) {
        try {
            return Tape.of(answering.to(request), request);
        } catch (IllegalArgumentException e) {
            // What a script says may be nothing that the vendor could write: input that is no JSON.
            var failure = Answer.status(500, "api_error", "the script failed: " + e);
            return Tape.of(failure, request);
        }
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
}
