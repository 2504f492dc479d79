package dev.turnout.adapter.attempt;

import dev.turnout.protocol.dialect.ReplyReader;
import io.vertx.core.http.HttpClientResponse;
import java.util.ArrayList;
import java.util.List;

/** How far an attempt has come. */
sealed interface State {

    /** Nothing has reached the client; what has come so far is held back. */
    final class Connecting implements State {

        private final List<byte[]> held = new ArrayList<>();
        private int size;

        void hold(byte[] bytes) {
            if (bytes.length > 0) {
                held.add(bytes);
                size += bytes.length;
            }
        }

        List<byte[]> held() {
            return held;
        }

        /** Bytes held back. */
        int size() {
            return size;
        }
    }

    /** The client has the head: from here on nobody can try again unseen. */
    record Streaming(HttpClientResponse response, ReplyReader reader) implements State {}

    /** The last frame has been sent, or nobody wants it. */
    record Ended() implements State {}
}
