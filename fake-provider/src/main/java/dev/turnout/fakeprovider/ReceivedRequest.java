package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** One request that came in, and what became of it. */
public final class ReceivedRequest {

    private static final Pattern MODEL_IN_PATH = Pattern.compile("/models/([^/]+):[a-zA-Z]+$");

    private final String method;
    private final String path;
    private final String query;
    private final List<Header> headers;
    private final byte[] body;
    private final JsonNode json;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final CompletableFuture<Instant> answered = new CompletableFuture<>();
    private final CompletableFuture<Instant> clientLeft = new CompletableFuture<>();

    ReceivedRequest(String method, String path, String query, List<Header> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.json = Json.treeOrMissing(body);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** Behind the question mark; empty without one. */
    public String query() {
        return query;
    }

    /** The first value of a parameter of the query, decoded. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(new QueryStringDecoder(query, false).parameters().get(name))
                .map(List::getFirst);
    }

    /** In the order in which they came. */
    public List<Header> headers() {
        return headers;
    }

    /** The first value of a header; names are compared without regard to case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** As it came, not decompressed; a copy. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as a tree; a missing node where it is not JSON. */
    public JsonNode json() {
        return json;
    }

    /** The top-level {@code model}, or the one in a path of Gemini's; empty without one. */
    public String model() {
        var inPath = MODEL_IN_PATH.matcher(path);
        return inPath.find()
                ? QueryStringDecoder.decodeComponent(inPath.group(1))
                : json.path("model").asText();
    }

    /** Whether the body, or Gemini's path, asks for a stream. */
    public boolean wantsStream() {
        return json.path("stream").asBoolean()
                || Endpoint.of(this) == Endpoint.STREAM_GENERATE_CONTENT;
    }

    /** Whether a stream of Gemini's is to be one of events; without that it is a JSON array. */
    boolean wantsEvents() {
        return parameter("alt").orElse("").equals("sse");
    }

    /** Whether the body asks for the chunk of usage at the end of a chat stream. */
    public boolean wantsUsage() {
        return json.path("stream_options").path("include_usage").asBoolean();
    }

    /** The bytes of the answer's body that have gone out so far. */
    public byte[] sent() {
        synchronized (sent) {
            return sent.toByteArray();
        }
    }

    /** Completes when the answer has ended; never for one that hangs or that its client left. */
    public CompletableFuture<Instant> answered() {
        return answered.copy();
    }

    /** Completes when the client closes its connection before the answer has ended. */
    public CompletableFuture<Instant> clientLeft() {
        return clientLeft.copy();
    }

    void wrote(byte[] bytes) {
        synchronized (sent) {
            sent.writeBytes(bytes);
        }
    }

    void markAnswered() {
        answered.complete(Instant.now());
    }

    void markClientLeft() {
        clientLeft.complete(Instant.now());
    }
}
