package dev.turnout.adapter.attempt;

import dev.turnout.adapter.provider.Provider;
import dev.turnout.adapter.upstream.BodyEdits;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.ProviderCall;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Between equal dialects: the received bytes with a few edits, and the answer as it comes. */
final class Relay implements Passage {

    /** For what some providers send behind their last event. */
    private static final long PARTING_MILLIS = 250;

    private final Provider.Remote provider;
    private final ProviderCall call;

    Relay(Provider.Remote provider, ProviderCall call) {
        this.provider = provider;
        this.call = call;
    }

    @Override
    public Future<Buffer> request(byte[] body) {
        return Future.future(made -> made.complete(BodyEdits.edited(call, body, provider)));
    }

    @Override
    public ReplyHandling handling(int status, MultiMap headers) {
        return ReplyHandling.of(call, status, headers);
    }

    @Override
    public List<Header> head(MultiMap headers) {
        return ReplyHeaders.of(headers);
    }

    @Override
    public long partingMillis() {
        return PARTING_MILLIS;
    }
}
