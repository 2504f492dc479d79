package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.routing.RoutingApi;
import dev.turnout.gateway.GatewaySettings;
import dev.turnout.gateway.admission.Admission;
import dev.turnout.gateway.ledger.AccessLog;
import dev.turnout.gateway.relay.ClientReply;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.count.Calibration;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends each arrival on its way, and has what all of them need. */
@ApplicationScoped
public class Dispatcher {

    final Vertx vertx;
    final Admission admission;
    final RoutingApi routing;
    final ProviderApi providers;
    final SilenceLimit silence;
    final GatewaySettings settings;
    final AccessLog log;
    final Metrics metrics;

    /**
     * What prompts really measure against their bytes, by the model that clients ask for: before
     * the plan nobody knows more.
     */
    final Calibration sizes = new Calibration();

    /** How often silence is looked at. */
    final long tickMillis;

    @Inject
    public Dispatcher(
            Vertx vertx,
            Admission admission,
            RoutingApi routing,
            ProviderApi providers,
            SilenceLimit silence,
            GatewaySettings settings,
            AccessLog log,
            Metrics metrics) {
        this.vertx = vertx;
        this.admission = admission;
        this.routing = routing;
        this.providers = providers;
        this.silence = silence;
        this.settings = settings;
        this.log = log;
        this.metrics = metrics;
        this.tickMillis = Math.clamp(settings.ping().toMillis() / 15, 5, 1_000);
    }

    /**
     * Answers the arrival. Call it on the event loop of the client's connection.
     *
     * @return to be told if the client leaves
     */
    public Exchange dispatch(Arrival arrival, byte[] body, ClientReply reply) {
        var exchange = new Exchange(this, arrival, body, reply);
        exchange.admit();
        return exchange;
    }
}
