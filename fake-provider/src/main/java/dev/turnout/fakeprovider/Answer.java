package dev.turnout.fakeprovider;

import java.time.Duration;
import java.util.List;

/** How the fake provider answers one request. Events are counted from the first of the stream. */
public sealed interface Answer {

    /** A whole answer as JSON. */
    record Message(Reply reply) implements Answer {}

    /** A whole answer as a stream of events, with {@code gap} before each but the first. */
    record Stream(Reply reply, Duration gap) implements Answer {}

    /** An error status with a body in Anthropic's shape ({@code overloaded_error} …). */
    record Status(int status, String type, String message, List<Header> headers) implements Answer {
        public Status {
            headers = List.copyOf(headers);
        }
    }

    /** Status 200, and then an {@code error} as the first and only event. */
    record FirstEventError(String type, String message) implements Answer {}

    /** A stream whose connection is reset behind {@code events} events; behind none, no head. */
    record CutAfter(Reply reply, int events) implements Answer {}

    /** A stream whose body ends cleanly behind {@code events} events, with the rest missing. */
    record EndAfter(Reply reply, int events) implements Answer {}

    /** A stream that falls silent behind {@code events} events; the head comes in any case. */
    record StallAfter(Reply reply, int events) implements Answer {}

    /** Nothing, not even a head, while the connection stays open. */
    record Hang() implements Answer {}

    /**
     * A whole stream in chunks of {@code bytes} bytes, wherever that cuts: within a line, within a
     * character.
     */
    record Dribble(Reply reply, int bytes) implements Answer {}

    /** Exactly this status, these headers and this body. */
    @SuppressWarnings("ArrayRecordComponent") // a script's constant; nobody compares answers
    record Raw(int status, List<Header> headers, byte[] body) implements Answer {
        public Raw {
            headers = List.copyOf(headers);
        }
    }

    /** A web page, as a proxy on the way answers. */
    record Html(int status) implements Answer {}

    /**
     * {@code reply} as the request wants it: a {@link Stream} without gaps, or a {@link Message}.
     */
    static Answer to(ReceivedRequest request, Reply reply) {
        return to(request, reply, Duration.ZERO);
    }

    /** {@code reply} as the request wants it; a stream is paced by {@code gap}. */
    static Answer to(ReceivedRequest request, Reply reply, Duration gap) {
        return request.wantsStream() ? new Stream(reply, gap) : new Message(reply);
    }

    /** An error status without headers of its own. */
    static Answer status(int status, String type, String message) {
        return new Status(status, type, message, List.of());
    }
}
