package dev.turnout.adapter.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.reply.FrameCodec;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One frame is asked for at a time, whenever the queue says that it has room. */
class FrameWriterTest {

    private static final ReplyFrame FRAME = new ReplyFrame.Bytes(new byte[1], false);

    private boolean full;
    private boolean drainsWithinWrite;
    private Handler<Void> drained = none -> {};
    private long asked;

    private final FrameWriter writer =
            new FrameWriter(new FrameCodec(new JsonMapper()), response());

    @BeforeEach
    void subscribe() {
        writer.onSubscribe(
                new Flow.Subscription() {
                    @Override
                    public void request(long frames) {
                        asked += frames;
                    }

                    @Override
                    public void cancel() {}
                });
    }

    @Test
    void aFrameForAFrame() {
        assertThat(asked).isEqualTo(1);

        writer.onNext(FRAME);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aFullQueueIsWaitedFor() {
        full = true;
        writer.onNext(FRAME);
        assertThat(asked).isEqualTo(1);

        drained.handle(null);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aQueueThatOneWriteFillsAndEmptiesCountsOnce() {
        drainsWithinWrite = true;

        writer.onNext(FRAME);

        assertThat(asked).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private HttpServerResponse response() {
        return (HttpServerResponse)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpServerResponse.class},
                        (response, method, given) ->
                                switch (method.getName()) {
                                    case "setChunked" -> response;
                                    case "drainHandler" -> {
                                        drained = (Handler<Void>) given[0];
                                        yield response;
                                    }
                                    case "write" -> {
                                        if (drainsWithinWrite) {
                                            drained.handle(null);
                                        }
                                        yield Future.succeededFuture();
                                    }
                                    case "writeQueueFull" -> full;
                                    default -> throw new AssertionError(method);
                                });
    }
}
