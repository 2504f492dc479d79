package dev.turnout.gateway.rate;

import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.gateway.LiveGatewayConfig;
import java.time.Instant;
import java.util.Map;

/** Configurations of nothing but limits. */
public final class Limited {

    private Limited() {}

    public static LiveGatewayConfig to(Limits limits) {
        var snapshot = new LiveGatewayConfig();
        to(snapshot, limits);
        return snapshot;
    }

    /** The next revision. */
    public static void to(LiveGatewayConfig snapshot, Limits limits) {
        snapshot.prepare(new Snapshot(1, Instant.EPOCH, config(limits))).run();
    }

    public static Config config(Limits limits) {
        return new Config(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Resilience.DEFAULT,
                limits,
                SearchConfig.NONE);
    }
}
