package dev.turnout.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client with a key that speaks HTTP/1.1, as the SDKs do. */
public final class GatewayClient implements AutoCloseable {

    /** Far beyond any answer that is waited for: who takes longer hangs. */
    private static final Duration HANG = Duration.ofSeconds(30);

    private final URI gateway;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public GatewayClient(URI gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** Sends a message request and reads the answer to its end, which must come. */
    public Answered send(Request request) {
        try {
            return attempt(request);
        } catch (IOException e) {
            throw new AssertionError("the gateway broke the connection", e);
        }
    }

    /** Sends a message request; {@link IOException} where the connection breaks. */
    public Answered attempt(Request request) throws IOException {
        var http =
                HttpRequest.newBuilder(gateway.resolve("/v1/messages"))
                        .header("x-api-key", key)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(request.body()));
        request.headers().forEach(header -> http.header(header.name(), header.value()));
        return exchange(http);
    }

    /** Sends anything anywhere, with no credential but the request's own. */
    public Answered exchange(HttpRequest.Builder request) throws IOException {
        var sent = http.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            // A request's own timeout ends with the head of the answer.
            var answer = sent.get(HANG.toSeconds(), TimeUnit.SECONDS);
            return new Answered(answer.statusCode(), answer.headers(), answer.body());
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new AssertionError("no whole answer within " + HANG, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
