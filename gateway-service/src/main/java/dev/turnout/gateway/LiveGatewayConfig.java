package dev.turnout.gateway;

import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.live.SnapshotConsumer;
import jakarta.enterprise.context.ApplicationScoped;

/** What the gateway takes of each revision of the configuration. */
@ApplicationScoped
public class LiveGatewayConfig implements SnapshotConsumer {

    private volatile Config config = Config.EMPTY;

    @Override
    public String service() {
        return "gateway";
    }

    @Override
    public Runnable prepare(Snapshot snapshot) {
        return () -> config = snapshot.config();
    }

    public Config config() {
        return config;
    }

    /** How long attempts may be silent. */
    public Resilience resilience() {
        return config.resilience();
    }

    /** How often requests may come. */
    public Limits limits() {
        return config.limits();
    }
}
