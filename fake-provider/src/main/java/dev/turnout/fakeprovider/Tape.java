package dev.turnout.fakeprovider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer made ready for the wire.
 *
 * @param silence before anything
 * @param head what comes first; null for nothing at all
 * @param chunks of the body, each written by itself
 * @param gap before each chunk but the first
 * @param finish what happens behind the last chunk
 */
record Tape(
        Duration silence, @Nullable Head head, List<byte[]> chunks, Duration gap, Finish finish) {

    /** Status and headers. */
    record Head(int status, List<Header> headers) {}

    /** How a body ends. */
    enum Finish {
        /** As HTTP has it. */
        END,
        /** The connection is reset. */
        RESET,
        /** It does not: the connection stays open. */
        SILENCE
    }

    private static final Header NO_CACHE = new Header("cache-control", "no-cache");
    private static final Header JSON = new Header("content-type", "application/json");

    /** The tape of an answer, in the format that the request's path speaks. */
    static Tape of(Answer answer, ReceivedRequest request) {
        var dialect = Dialect.of(request);
        return switch (answer) {
            case Answer.Message(var reply) -> json(200, List.of(), dialect.message(reply, request));
            case Answer.Stream(var reply, var gap) ->
                    stream(request, dialect.events(reply, request), gap, Finish.END);
            case Answer.Status(int status, var type, var message, var headers) ->
                    json(
                            status,
                            headers.isEmpty() ? dialect.usualHeaders(status) : headers,
                            dialect.error(status, type, message));
            case Answer.TooLong(int tokens, int maximum) ->
                    json(400, List.of(), dialect.tooLong(tokens, maximum));
            case Answer.FirstEventError(var type, var message) ->
                    stream(
                            request,
                            List.of(dialect.errorEvent(type, message, request)),
                            Finish.END);
            case Answer.CutAfter(var reply, int events) ->
                    events == 0
                            ? nothing(Finish.RESET)
                            : stream(
                                    request,
                                    begin(dialect.events(reply, request), events),
                                    Finish.RESET);
            case Answer.EndAfter(var reply, int events) ->
                    stream(request, begin(dialect.events(reply, request), events), Finish.END);
            case Answer.StallAfter(var reply, int events) ->
                    stream(request, begin(dialect.events(reply, request), events), Finish.SILENCE);
            case Answer.Dribble(var reply, int bytes) ->
                    stream(request, cut(join(dialect.events(reply, request)), bytes), Finish.END);
            case Answer.Fixed fixed -> of(fixed);
        };
    }

    private static Tape of(Answer.Fixed answer) {
        return switch (answer) {
            case Answer.Hang() -> nothing(Finish.SILENCE);
            case Answer.Raw(int status, var headers, var body) ->
                    whole(new Head(status, headers), body);
            case Answer.Html(int status) ->
                    whole(
                            new Head(status, List.of(new Header("content-type", "text/html"))),
                            "<html><body><h1>Bad gateway</h1></body></html>"
                                    .getBytes(StandardCharsets.UTF_8));
            case Answer.Late(var silence, var late) -> of(late).behind(silence);
        };
    }

    private Tape behind(Duration more) {
        return new Tape(silence.plus(more), head, chunks, gap, finish);
    }

    private static Tape json(int status, List<Header> headers, byte[] body) {
        var all = new ArrayList<>(headers);
        all.add(JSON);
        return whole(new Head(status, all), body);
    }

    private static Tape whole(Head head, byte[] body) {
        return new Tape(Duration.ZERO, head, List.of(body), Duration.ZERO, Finish.END);
    }

    private static Tape nothing(Finish finish) {
        return new Tape(Duration.ZERO, null, List.of(), Duration.ZERO, finish);
    }

    private static Tape stream(ReceivedRequest request, List<byte[]> chunks, Finish finish) {
        return stream(request, chunks, Duration.ZERO, finish);
    }

    private static Tape stream(
            ReceivedRequest request, List<byte[]> chunks, Duration gap, Finish finish) {
        var type = Dialect.of(request).streamType(request);
        var headers = List.of(new Header("content-type", type), NO_CACHE);
        return new Tape(Duration.ZERO, new Head(200, headers), chunks, gap, finish);
    }

    private static List<byte[]> begin(List<byte[]> all, int events) {
        return all.subList(0, Math.min(events, all.size()));
    }

    private static byte[] join(List<byte[]> parts) {
        var all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static List<byte[]> cut(byte[] bytes, int size) {
        int step = Math.max(1, size);
        var pieces = new ArrayList<byte[]>();
        for (int at = 0; at < bytes.length; at += step) {
            pieces.add(Arrays.copyOfRange(bytes, at, Math.min(at + step, bytes.length)));
        }
        return pieces;
    }
}
