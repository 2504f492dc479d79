package dev.turnout.gateway;

import dev.turnout.kit.address.AddressRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The gateway's numbers; the defaults fit a laptop and a pod of 1 GB. */
@ConfigMapping(prefix = "turnout.gateway")
public interface GatewaySettings {

    /** The most that a request's body may hold, in bytes, after decompression. */
    @WithDefault("33554432")
    int maxBody();

    /** Bodies from this many bytes on are read through away from the event loop. */
    @WithDefault("1048576")
    int bigBody();

    /** The most bytes of bodies that are held at a time, for all requests together. */
    @WithDefault("268435456")
    long bodiesInFlight();

    /**
     * How long a stream is silent before a ping. Claude Code's own watchdog takes pings that come
     * faster than every 10 s for a dead stream.
     */
    @WithDefault("15s")
    Duration ping();

    /** How long a body may stop coming before its request is given up. */
    @WithDefault("30s")
    Duration uploadSilence();

    /** The longest that a request may take. */
    @WithDefault("1h")
    Duration deadline();

    /**
     * The proxies in front, as networks ({@code 10.0.0.0/8}) or addresses: whom they name in {@code
     * X-Forwarded-For} is taken for the client. Nobody else is believed.
     */
    Optional<List<AddressRange>> trustedProxies();
}
