package dev.turnout.gateway.relay;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.failure.FailedAnswer;
import dev.turnout.protocol.failure.RetryAdvice;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the client of one request gets, in its own dialect. It knows how far the answer has come, so
 * that a problem becomes a status while it still can and an event where it no longer can.
 *
 * <pre>
 *   Fresh ──begin──▶ Open ──end──▶ Closed
 *     │                ▲
 *     └─ openAhead ─▶ Ahead ── a refusal ─▶ Refusal ──end──▶ Closed
 * </pre>
 */
public final class ClientReply {

    /** How far the answer has come. */
    private sealed interface Stage {
        /** Nothing has been sent. */
        record Fresh() implements Stage {}

        /** The 200 of a stream and pings were sent, since no target had answered for long. */
        record Ahead() implements Stage {}

        /** An answer is relayed. */
        record Open(boolean stream, boolean betweenEvents) implements Stage {}

        /** A final refusal came behind the 200: its body is gathered, to become an event. */
        record Refusal(Target target, int status, Buffer body) implements Stage {}

        record Closed() implements Stage {}
    }

    private static final List<Header> STREAM_HEADERS =
            List.of(
                    new Header("content-type", "text/event-stream; charset=utf-8"),
                    new Header("cache-control", "no-cache"),
                    new Header("x-accel-buffering", "no"));

    private static final List<Header> JSON =
            List.of(new Header("content-type", "application/json"));

    /** Of a refusal that becomes an event; its words stand at the beginning. */
    private static final int MOST_OF_REFUSAL = 64 << 10;

    private final HttpServerResponse response;
    private final ClientRoles dialect;
    private final List<String> idHeaders;
    private final String requestId;
    private Stage stage = new Stage.Fresh();

    public ClientReply(HttpServerResponse response, Dialect dialect, String requestId) {
        this.response = response;
        this.dialect = Dialects.client(dialect);
        this.idHeaders = idHeaders(dialect);
        this.requestId = requestId;
        // The client may be gone at any write; who cares watches the connection.
        response.exceptionHandler(gone -> {});
    }

    /** Begins a stream before any target has answered. From now on there is no status to choose. */
    public void openAhead(List<Header> ours) {
        if (stage instanceof Stage.Fresh) {
            writeHead(200, STREAM_HEADERS, ours);
            stage = new Stage.Ahead();
            ping();
        }
    }

    /** The head of the answer, with our own headers beside the provider's. */
    public void begin(Target target, ReplyFrame.Head head, List<Header> ours) {
        boolean stream = head.status() == 200 && isStream(head.headers());
        switch (stage) {
            case Stage.Fresh fresh -> {
                writeHead(head.status(), head.headers(), ours);
                if (stream) {
                    response.putHeader("cache-control", "no-cache");
                    response.putHeader("x-accel-buffering", "no");
                }
                stage = new Stage.Open(stream, true);
            }
            case Stage.Ahead ahead ->
                    stage =
                            stream
                                    ? new Stage.Open(true, true)
                                    : new Stage.Refusal(target, head.status(), Buffer.buffer());
            case Stage.Open open -> throw new IllegalStateException("a second head");
            case Stage.Refusal refusal -> throw new IllegalStateException("a second head");
            case Stage.Closed closed -> {}
        }
    }

    public void write(ReplyFrame.Bytes bytes) {
        switch (stage) {
            case Stage.Open(var stream, var between) -> {
                response.write(Buffer.buffer(Unpooled.wrappedBuffer(bytes.payload())));
                stage = new Stage.Open(stream, bytes.betweenEvents());
            }
            case Stage.Refusal(var target, var status, var body) -> {
                int room = MOST_OF_REFUSAL - body.length();
                body.appendBytes(bytes.payload(), 0, Math.min(room, bytes.payload().length));
            }
            case Stage.Fresh fresh -> throw new IllegalStateException("bytes before the head");
            case Stage.Ahead ahead -> throw new IllegalStateException("bytes before the head");
            case Stage.Closed closed -> {}
        }
    }

    /** A whole answer of our own, as JSON. */
    public void document(byte[] json) {
        writeHead(200, JSON, List.of());
        endWith(json);
        stage = new Stage.Closed();
    }

    /** Fills the silence, where an event may stand. */
    public void ping() {
        boolean allowed =
                switch (stage) {
                    case Stage.Ahead ahead -> true;
                    case Stage.Open(var stream, var between) -> stream && between;
                    case Stage.Fresh fresh -> false;
                    case Stage.Refusal refusal -> false;
                    case Stage.Closed closed -> false;
                };
        // A client that does not read has no silence.
        if (allowed && !full()) {
            response.write(Buffer.buffer(dialect.ping()));
        }
    }

    /** The answer is whole. */
    public void end() {
        switch (stage) {
            case Stage.Refusal(var target, var status, var body) ->
                    endWithEvent(
                            FailedAnswer.ofStatus(target, status, none -> null, body.getBytes()));
            case Stage.Fresh fresh -> throw new IllegalStateException("an end before the head");
            case Stage.Ahead ahead -> throw new IllegalStateException("an end before the head");
            case Stage.Open open -> response.end();
            case Stage.Closed closed -> {}
        }
        stage = new Stage.Closed();
    }

    /**
     * The answer ends in a problem: as a status if nothing was sent, as the stream's last event if
     * one may stand there; else the connection is closed, which every client takes for what it is.
     */
    public void fail(Problem problem, List<Header> ours) {
        switch (stage) {
            case Stage.Fresh fresh -> {
                var headers = new ArrayList<>(RetryAdvice.headers(problem));
                headers.addAll(JSON);
                writeHead(problem.code().status(), headers, ours);
                endWith(dialect.errorBody(problem, requestId));
            }
            case Stage.Ahead ahead -> endWithEvent(problem);
            case Stage.Refusal refusal -> endWithEvent(problem);
            case Stage.Open(var stream, var between) -> {
                if (stream && between) {
                    endWithEvent(problem);
                } else {
                    response.reset();
                }
            }
            case Stage.Closed closed -> {}
        }
        stage = new Stage.Closed();
    }

    private void endWith(byte[] body) {
        response.setChunked(false);
        response.end(Buffer.buffer(body));
    }

    private void endWithEvent(Problem problem) {
        response.end(Buffer.buffer(dialect.errorEvent(problem, requestId)));
    }

    /** Whether all has been said. */
    public boolean isOver() {
        return stage instanceof Stage.Closed;
    }

    /** Whether the client is slow to read; {@link #onDrain} says when it has caught up. */
    public boolean full() {
        return response.writeQueueFull();
    }

    public void onDrain(Runnable then) {
        response.drainHandler(
                drained -> {
                    if (!(stage instanceof Stage.Closed)) {
                        response.drainHandler(null);
                        then.run();
                    }
                });
    }

    private void writeHead(int status, List<Header> headers, List<Header> ours) {
        response.setStatusCode(status).setChunked(true);
        headers.forEach(header -> response.headers().set(header.name(), header.value()));
        ours.forEach(header -> response.headers().set(header.name(), header.value()));
        idHeaders.forEach(name -> response.headers().set(name, requestId));
    }

    /** The SDKs of each vendor know one name. */
    private static List<String> idHeaders(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC, GEMINI -> List.of("request-id");
            case OPENAI_CHAT, OPENAI_RESPONSES -> List.of("request-id", "x-request-id");
        };
    }

    private static boolean isStream(List<Header> headers) {
        return headers.stream()
                .anyMatch(
                        header ->
                                header.name().equalsIgnoreCase("content-type")
                                        && header.value()
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith("text/event-stream"));
    }
}
