package dev.turnout.gateway.admission;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.gateway.LiveGatewayConfig;
import dev.turnout.gateway.rate.Bucket;
import dev.turnout.gateway.rate.RateHeaders;
import dev.turnout.gateway.rate.RateStore;
import dev.turnout.gateway.rate.Ruling;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a key, and its user over all keys, may ask. What was granted is spent, however the
 * request ends.
 */
@ApplicationScoped
public class RequestLimit implements AdmissionStep {

    private final RateStore rates;
    private final LiveGatewayConfig snapshot;

    @Inject
    public RequestLimit(RateStore rates, LiveGatewayConfig snapshot) {
        this.rates = rates;
        this.snapshot = snapshot;
    }

    @Override
    public Uni<Decision> reserve(CallContext context, Traits traits) {
        var buckets = buckets(context.principal());
        // Claude Code counts 26 times for one /context, and it costs no model anything.
        if (buckets.isEmpty() || traits.requestClass() == RequestClass.COUNT) {
            return Uni.createFrom().item(new Decision.Granted(new Spent(List.of())));
        }
        return Uni.createFrom()
                .completionStage(() -> rates.take(buckets).toCompletionStage())
                .map(ruling -> decision(traits, ruling));
    }

    private List<Bucket> buckets(Principal principal) {
        var limits = snapshot.limits();
        var user = principal.user();
        var buckets = new ArrayList<Bucket>();
        if (limits.key() != null) {
            var owner = user == null ? principal.key() : user;
            buckets.add(Bucket.ofKey(principal.key(), owner, limits.key()));
        }
        if (limits.user() != null && user != null) {
            buckets.add(Bucket.ofUser(user, limits.user()));
        }
        return buckets;
    }

    private static Decision decision(Traits traits, Ruling ruling) {
        var headers = RateHeaders.of(traits.dialect(), ruling.tightest(), Instant.now());
        return ruling.granted()
                ? new Decision.Granted(new Spent(headers))
                : new Decision.Denied(ruling.problem(), headers);
    }

    private record Spent(List<Header> headers) implements Reservation {

        @Override
        public void settle(Usage usage) {}
    }
}
