package dev.turnout.adapter.count;

import dev.turnout.contracts.Dialect;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A prompt that waits to be counted. */
final class Prompt {

    private final Dialect dialect;
    private final String model;
    private final int size;
    private final AtomicReference<byte @Nullable []> body;

    /**
     * One whose body is held until it is taken.
     *
     * @param dialect of the body
     * @param model the provider's own name of it
     */
    Prompt(Dialect dialect, String model, byte[] body) {
        this.dialect = dialect;
        this.model = model;
        this.size = body.length;
        this.body = new AtomicReference<>(body);
    }

    Dialect dialect() {
        return dialect;
    }

    String model() {
        return model;
    }

    /** Bytes of the body, also when it is gone. */
    int size() {
        return size;
    }

    /** The body, which is no longer held then; null where somebody has taken it already. */
    byte @Nullable [] take() {
        return body.getAndSet(null);
    }
}
