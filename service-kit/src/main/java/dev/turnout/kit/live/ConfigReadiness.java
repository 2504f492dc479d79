package dev.turnout.kit.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once there are a configuration and keys to serve from, be they the last good ones from
 * disk.
 */
@Readiness
@ApplicationScoped
public class ConfigReadiness implements HealthCheck {

    private final LiveConfig live;

    @Inject
    ConfigReadiness(LiveConfig live) {
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("configuration")
                .status(live.ready())
                .withData("revision", live.revision())
                .build();
    }
}
