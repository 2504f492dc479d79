package dev.turnout.adapter.call;

import dev.turnout.adapter.count.PromptSizes;
import dev.turnout.adapter.count.TokenCounts;
import dev.turnout.adapter.provider.Providers;
import dev.turnout.adapter.reasoning.ReasoningKeys;
import dev.turnout.adapter.reasoning.Recollection;
import dev.turnout.adapter.upstream.Upstreams;
import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.search.SearchApi;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.kit.reply.ReplyPipe;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Flow;

/**
 * Answers calls from within this process, and has what all of them need; where it is there, nobody
 * calls over the network.
 */
@ApplicationScoped
public class Calls implements ProviderApi {

    final Vertx vertx;
    final Providers providers;
    final Upstreams upstreams;
    final TokenCounts counts;
    final SearchApi search;
    final Metrics metrics;
    final PromptSizes sizes;
    final ReasoningKeys reasoningKeys;
    final Recollection recollection;

    @Inject
    public Calls(
            Vertx vertx,
            Providers providers,
            Upstreams upstreams,
            TokenCounts counts,
            SearchApi search,
            Metrics metrics,
            ReasoningKeys reasoningKeys,
            Recollection recollection) {
        this.vertx = vertx;
        this.providers = providers;
        this.upstreams = upstreams;
        this.counts = counts;
        this.sizes = new PromptSizes(counts);
        this.search = search;
        this.metrics = metrics;
        this.reasoningKeys = reasoningKeys;
        this.recollection = recollection;
    }

    @Override
    public Flow.Publisher<ReplyFrame> call(ProviderCall call, byte[] body) {
        return new ReplyPipe(new PlannedCall(this, call, body));
    }
}
