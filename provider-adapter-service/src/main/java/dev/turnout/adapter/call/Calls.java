package dev.turnout.adapter.call;

import dev.turnout.adapter.provider.Providers;
import dev.turnout.adapter.upstream.Upstreams;
import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.reply.ReplyPipe;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Flow;

/** Answers calls from within this process; where it is there, nobody calls over the network. */
@ApplicationScoped
public class Calls implements ProviderApi {

    private final Vertx vertx;
    private final Providers providers;
    private final Upstreams upstreams;

    @Inject
    public Calls(Vertx vertx, Providers providers, Upstreams upstreams) {
        this.vertx = vertx;
        this.providers = providers;
        this.upstreams = upstreams;
    }

    @Override
    public Flow.Publisher<ReplyFrame> call(ProviderCall call, byte[] body) {
        return new ReplyPipe(new PlannedCall(vertx, providers, upstreams, call, body));
    }
}
