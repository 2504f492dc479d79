package dev.turnout.gateway;

import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.live.SnapshotConsumer;
import jakarta.enterprise.context.ApplicationScoped;

/** What the gateway takes of each revision of the configuration. */
@ApplicationScoped
public class GatewaySnapshot implements SnapshotConsumer {

    private volatile Resilience resilience = Resilience.DEFAULT;

    @Override
    public String service() {
        return "gateway";
    }

    @Override
    public Runnable prepare(Snapshot snapshot) {
        return () -> resilience = snapshot.config().resilience();
    }

    /** How long attempts may be silent. */
    public Resilience resilience() {
        return resilience;
    }
}
