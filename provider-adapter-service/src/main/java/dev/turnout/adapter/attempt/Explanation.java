package dev.turnout.adapter.attempt;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.protocol.failure.FailedAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** The body that says why there is no answer, as far as that is to be had. */
final class Explanation {

    private static final int LONGEST = 64 << 10;

    private final ProviderCall call;
    private final HttpClientResponse response;
    private final Buffer body = Buffer.buffer();

    Explanation(ProviderCall call, HttpClientResponse response) {
        this.call = call;
        this.response = response;
    }

    /** Reads on, and tells whether that is enough. */
    boolean read(Buffer chunk) {
        int room = LONGEST - body.length();
        body.appendBuffer(chunk, 0, Math.min(chunk.length(), room));
        return chunk.length() >= room;
    }

    /** What has been read, as a problem. */
    Problem problem() {
        return FailedAnswer.ofStatus(
                call.target(),
                response.statusCode(),
                response::getHeader,
                body.getBytes(),
                call.estimatedTokens());
    }
}
