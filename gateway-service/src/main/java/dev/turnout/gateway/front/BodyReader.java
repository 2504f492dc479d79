package dev.turnout.gateway.front;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/** Reads a request's body into one array, and no further than it may go. */
final class BodyReader {

    private static final int FIRST = 16 * 1024;

    private final HttpServerRequest request;
    private final int most;
    private final Promise<byte[]> result = Promise.promise();
    private byte[] bytes;
    private int length;

    private BodyReader(HttpServerRequest request, int most, int expected) {
        this.request = request;
        this.most = most;
        this.bytes = new byte[expected];
    }

    /**
     * The whole body, decompressed. Fails with a problem: {@code TOO_LARGE} as soon as it is over
     * {@code most} bytes, {@code INVALID_REQUEST} for an encoding that is not known or is broken.
     */
    static Future<byte[]> read(HttpServerRequest request, int most) {
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
                                    "content-encoding is not supported: send gzip, deflate or"
                                            + " plain bytes")
                            .asException());
        }
        var reader = new BodyReader(request, most, announced > 0 ? (int) announced : FIRST);
        request.handler(reader::take);
        request.exceptionHandler(reader::broken);
        request.endHandler(end -> reader.finish());
        request.resume();
        return reader.result.future();
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
            bytes = new byte[0];
            result.tryFail(tooLarge(most).asException());
            return;
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(needed, 2 * bytes.length)));
        }
        chunk.getBytes(bytes, length);
        length = needed;
    }

    private void finish() {
        result.tryComplete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }

    private void broken(Throwable fault) {
        result.tryFail(
                Problem.of(
                                ProblemCode.INVALID_REQUEST,
                                "the body cannot be read: it is cut off, or is not in its"
                                        + " content-encoding")
                        .asException());
    }

    private static Problem tooLarge(int most) {
        return Problem.of(
                ProblemCode.TOO_LARGE,
                "Request exceeds the maximum size of %d MB, after decompression."
                        .formatted(most >> 20));
    }
}
