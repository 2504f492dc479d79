package dev.turnout.gateway.rate;

import dev.turnout.gateway.LiveGatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The limit of each client address, which holds before anybody knows who calls. */
@ApplicationScoped
public class AddressLimit {

    private final ClientAddress address;
    private final RateStore rates;
    private final LiveGatewayConfig snapshot;

    @Inject
    public AddressLimit(ClientAddress address, RateStore rates, LiveGatewayConfig snapshot) {
        this.address = address;
        this.rates = rates;
        this.snapshot = snapshot;
    }

    /** Takes one request; fails with {@code RATE_LIMITED} where the address has none left. */
    public Future<Void> take(HttpServerRequest request) {
        var rate = snapshot.limits().address();
        if (rate == null) {
            return Future.succeededFuture();
        }
        return rates.take(List.of(Bucket.ofAddress(address.of(request), rate)))
                .compose(
                        ruling ->
                                ruling.granted()
                                        ? Future.succeededFuture()
                                        : Future.failedFuture(ruling.problem().asException()));
    }
}
