package dev.turnout.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Plays SearXNG on a free port of the loopback: each test says what it answers. */
public final class FakeSearxng implements AutoCloseable {

    private final HttpServer server;
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    private volatile Answer answer = new Answer(200, "{\"results\":[]}");
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private record Answer(int status, String body) {}

    public FakeSearxng() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answers(int status, String body) {
        answer = new Answer(status, body);
    }

    /** Answers with one hit for each of the URLs. */
    public void answersHits(String... urls) {
        var results =
                List.of(urls).stream()
                        .map(
                                url ->
                                        "{\"title\":\"A page\",\"url\":\"%s\",\"content\":\"Its text.\"}"
                                                .formatted(url))
                        .toList();
        answers(200, "{\"results\":[" + String.join(",", results) + "]}");
    }

    /** From now on no answer comes until {@link #release}. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    /** What it was asked, in order. */
    public List<URI> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var body = answer.body().getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
