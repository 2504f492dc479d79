package dev.turnout.gateway.front;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.gateway.GatewaySettings;
import dev.turnout.gateway.admission.BodiesInFlight;
import dev.turnout.gateway.admission.BodiesInFlight.Room;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads a request's body into one array, and no further than it may go. */
final class BodyReader {

    private static final byte[] NOTHING = {};

    /** A larger one grows as it comes: to announce a body costs its client nothing. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private final HttpServerRequest request;
    private final int most;
    private final Room room;
    private final int expected;
    private final Promise<byte[]> result = Promise.promise();
    private byte[] bytes = NOTHING;
    private int length;
    private int lengthAtLastLook;

    private BodyReader(HttpServerRequest request, int most, Room room, int expected) {
        this.request = request;
        this.most = most;
        this.room = room;
        this.expected = expected;
    }

    /**
     * The whole body, decompressed. Fails with a problem: {@code TOO_LARGE} as soon as it is over
     * {@code most} bytes, {@code INVALID_REQUEST} for an encoding that is not known or is broken,
     * {@code UNAVAILABLE} where there is no room.
     *
     * @param room is taken as the body comes; the caller gives it back
     */
    static Future<byte[]> read(
            Vertx vertx, GatewaySettings settings, HttpServerRequest request, Room room) {
        int most = settings.maxBody();
        long announced = announced(request);
        if (announced > most) {
            return Future.failedFuture(tooLarge(most).asException());
        }
        // The server takes the header away when it decompresses.
        var encoding = request.getHeader("content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Future.failedFuture(
                    Problem.of(
                                    ProblemCode.INVALID_REQUEST,
                                    "The content-encoding is not supported: send gzip, deflate or"
                                            + " plain bytes.")
                            .asException());
        }
        var reader = new BodyReader(request, most, room, (int) Math.max(announced, 0));
        if (!reader.makeRoom(Math.min(reader.expected, MOST_AT_ONCE))) {
            return Future.failedFuture(BodiesInFlight.full().asException());
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            request.response().writeContinue();
        }
        request.handler(reader::take);
        request.exceptionHandler(reader::broken);
        request.endHandler(end -> reader.finish());
        request.resume();
        long watch =
                vertx.setPeriodic(
                        settings.uploadSilence().toMillis(), look -> reader.checkProgress());
        return reader.result.future().onComplete(done -> vertx.cancelTimer(watch));
    }

    /** A client that stops half-way would hold what it has sent for as long as it likes. */
    private void checkProgress() {
        if (length == lengthAtLastLook) {
            refuse(
                    Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "The body stopped coming. Send the request again."));
            // The rest may never come; whoever answers is heard first.
            request.connection().close();
        }
        lengthAtLastLook = length;
    }

    private static long announced(HttpServerRequest request) {
        var header = request.getHeader("content-length");
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException unreadable) {
            return -1;
        }
    }

    private void take(Buffer chunk) {
        if (result.future().isComplete()) {
            return;
        }
        int needed = length + chunk.length();
        if (needed > most) {
            refuse(tooLarge(most));
            return;
        }
        if (needed > bytes.length) {
            int ceiling = needed <= expected ? expected : most;
            if (!makeRoom(Math.min(ceiling, Math.max(needed, 2 * bytes.length)))) {
                refuse(BodiesInFlight.full());
                return;
            }
        }
        chunk.getBytes(bytes, length);
        length = needed;
    }

    /** Memory is counted when it is taken, not when it is filled. */
    private boolean makeRoom(int size) {
        if (!room.grow(size - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    private void refuse(Problem problem) {
        bytes = NOTHING;
        result.tryFail(problem.asException());
    }

    private void finish() {
        var whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        // The request lives as long as its answer streams; the body is not to live with it.
        bytes = NOTHING;
        request.handler(null).endHandler(null).exceptionHandler(null);
        result.tryComplete(whole);
    }

    private void broken(Throwable fault) {
        result.tryFail(unreadable().asException());
        closeBehindAnswer(request);
    }

    /**
     * For as long as nobody reads the body: one that turns out to be broken meanwhile is refused,
     * where the server would close its connection without a word.
     */
    static void untilRead(HttpServerRequest request, Consumer<Problem> refuse) {
        request.exceptionHandler(
                fault -> {
                    refuse.accept(unreadable());
                    closeBehindAnswer(request);
                });
    }

    private static Problem unreadable() {
        return Problem.of(
                ProblemCode.INVALID_REQUEST,
                "The body cannot be read: it is not in its content-encoding or"
                        + " transfer-encoding.");
    }

    private static void closeBehindAnswer(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            // The server is about to close it and would lose the answer; this sends it first.
            request.connection().close();
        }
    }

    private static Problem tooLarge(int most) {
        return Problem.of(
                ProblemCode.TOO_LARGE,
                "Request exceeds the maximum size of %d MB, after decompression."
                        .formatted(most >> 20));
    }
}
