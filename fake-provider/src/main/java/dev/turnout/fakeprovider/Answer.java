package dev.turnout.fakeprovider;

import java.time.Duration;
import java.util.List;

/** How the fake provider answers one request. Events are counted from the first of the stream. */
public sealed interface Answer {

    /** What goes out as it is, in whatever format its path speaks. */
    sealed interface Fixed extends Answer {}

    /** A whole answer as JSON. */
    record Message(Reply reply) implements Answer {}

    /** A whole answer as a stream of events, with {@code gap} before each but the first. */
    record Stream(Reply reply, Duration gap) implements Answer {}

    /**
     * An error status with a body in the vendor's shape.
     *
     * @param type in Anthropic's words ({@code overloaded_error} …), which become OpenAI's and
     *     Google's on their paths, or a code of theirs ({@code content_filter}, {@code
     *     API_KEY_INVALID} …)
     */
    record Status(int status, String type, String message, List<Header> headers) implements Answer {
        public Status {
            headers = List.copyOf(headers);
        }
    }

    /** Status 400, since a prompt of {@code tokens} does not fit {@code maximum}. */
    record TooLong(int tokens, int maximum) implements Answer {}

    /** Status 200, and then an error as the first and only event; see {@link Status#type}. */
    record FirstEventError(String type, String message) implements Answer {}

    /** A stream whose connection is reset behind {@code events} events; behind none, no head. */
    record CutAfter(Reply reply, int events) implements Answer {}

    /** A stream whose body ends cleanly behind {@code events} events, with the rest missing. */
    record EndAfter(Reply reply, int events) implements Answer {}

    /** A stream that falls silent behind {@code events} events; the head comes in any case. */
    record StallAfter(Reply reply, int events) implements Answer {}

    /** Nothing, not even a head, while the connection stays open. */
    record Hang() implements Fixed {}

    /**
     * A whole stream in chunks of {@code bytes} bytes, wherever that cuts: within a line, within a
     * character.
     */
    record Dribble(Reply reply, int bytes) implements Answer {}

    /** Exactly this status, these headers and this body. */
    @SuppressWarnings("ArrayRecordComponent") // a script's constant; nobody compares answers
    record Raw(int status, List<Header> headers, byte[] body) implements Fixed {
        public Raw {
            headers = List.copyOf(headers);
        }
    }

    /** A web page, as a proxy on the way answers. */
    record Html(int status) implements Fixed {}

    /** An answer that begins only when {@code silence} is over. */
    record Late(Duration silence, Fixed answer) implements Fixed {}

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

    /** A status with a body that is JSON already. */
    static Fixed json(int status, byte[] body) {
        return new Raw(status, List.of(new Header("content-type", "application/json")), body);
    }
}
