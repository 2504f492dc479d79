package dev.turnout.adapter.attempt;

import dev.turnout.adapter.provider.Provider;
import dev.turnout.adapter.reasoning.Recollection;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** How a client's request becomes the provider's, and the provider's answer the client's. */
public sealed interface Passage permits Relay, Translation {

    /**
     * The way between the client's dialect and the provider's. {@link ProblemException} with {@code
     * TARGET_UNUSABLE} where there is none.
     */
    static Passage between(
            Vertx vertx,
            Metrics metrics,
            ReasoningSeal seal,
            Recollection recollection,
            Provider.Remote provider,
            ProviderCall call) {
        if (provider.dialect() == call.dialect()) {
            return new Relay(provider, call);
        }
        if (call.operation() != Operation.GENERATE) {
            throw Problem.of(
                            ProblemCode.TARGET_UNUSABLE,
                            "%s speaks %s, which is not translated for this request; route it to a provider that speaks %s."
                                    .formatted(
                                            call.target(),
                                            provider.dialect().id(),
                                            call.dialect().id()))
                    .asException();
        }
        return new Translation(vertx, metrics, seal, recollection, provider, call);
    }

    /**
     * The body as the provider should see it, on the caller's event loop. Fails with a problem
     * where this provider cannot be asked so.
     */
    Future<Buffer> request(byte[] body);

    /** How an answer is taken, judged by its head. */
    ReplyHandling handling(int status, MultiMap headers);

    /** What of an answer's headers the client gets, its content type among them. */
    List<Header> head(MultiMap headers);

    /** Milliseconds that are left for what may still follow when the answer is whole. */
    long partingMillis();
}
