package dev.turnout.adapter.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class CollectedBodyTest {

    private final CollectedBody body = new CollectedBody(6);

    @Test
    void theChunksAreJoined() {
        body.handle(Buffer.buffer("one"));
        body.handle(Buffer.buffer("two"));

        assertThat(body.isTooLarge()).isFalse();
        assertThat(body.take()).hasToString("onetwo");
    }

    @Test
    void whatIsTakenIsNotKept() {
        body.handle(Buffer.buffer("one"));
        body.take();

        assertThat(body.take().length()).isZero();
    }

    @Test
    void nothingIsKeptOfWhatIsTooLarge() {
        body.handle(Buffer.buffer("one"));
        body.handle(Buffer.buffer("four"));

        assertThat(body.isTooLarge()).isTrue();
        assertThat(body.take().length()).isZero();
    }
}
