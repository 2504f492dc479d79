package dev.turnout.gateway.rate;

import dev.turnout.gateway.GatewaySettings;
import dev.turnout.kit.address.AddressRange;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells where a request comes from: from its peer, or from whom a trusted proxy names. */
@ApplicationScoped
public class ClientAddress {

    /** How some proxies write an address: with a port, and in brackets where it has colons. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([^:]+):\\d+");

    /** Whoever has one IPv6 address has all of its /64 (RFC 4291, 2.5.4). */
    private static final int PREFIX_BYTES = 8;

    private static final Logger LOG = Logger.getLogger(ClientAddress.class);

    private final List<AddressRange> trusted;
    private final AtomicBoolean proxyTold = new AtomicBoolean();

    @Inject
    public ClientAddress(GatewaySettings settings) {
        this.trusted = settings.trustedProxies().orElse(List.of());
    }

    /** An IPv4 address, an IPv6 network of 64 bits, or {@code local} for a peer without either. */
    public String of(HttpServerRequest request) {
        var peer = peer(request.remoteAddress());
        return peer == null ? "local" : text(behindProxies(peer, request));
    }

    /** The last proxy wrote last, so the list is read from its end, and only as far as trusted. */
    private InetAddress behindProxies(InetAddress peer, HttpServerRequest request) {
        if (trusted.isEmpty()) {
            tellOfProxy(request);
            return peer;
        }
        var hops = String.join(",", request.headers().getAll("x-forwarded-for")).split(",", -1);
        var nearest = peer;
        for (int i = hops.length - 1; i >= 0 && isTrusted(nearest); i--) {
            var named = named(hops[i].strip());
            if (named == null) {
                break;
            }
            nearest = named;
        }
        return nearest;
    }

    /** Nothing else would show that the limit of an address is the limit of all clients. */
    private void tellOfProxy(HttpServerRequest request) {
        if (request.headers().contains("x-forwarded-for") && proxyTold.compareAndSet(false, true)) {
            LOG.warn(
                    "limits.address is set, no proxy is trusted, and a request has passed one: all"
                            + " clients behind it share one limit. Name it in"
                            + " TURNOUT_GATEWAY_TRUSTED_PROXIES (turnout.gateway.trusted-proxies)");
        }
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static @Nullable InetAddress peer(@Nullable SocketAddress address) {
        return address == null || !address.isInetSocket() ? null : literal(address.hostAddress());
    }

    private static @Nullable InetAddress named(String hop) {
        var parts = WITH_PORT.matcher(hop);
        if (!parts.matches()) {
            return literal(hop);
        }
        return literal(parts.group(1) == null ? parts.group(2) : parts.group(1));
    }

    private static @Nullable InetAddress literal(@Nullable String text) {
        try {
            return text == null ? null : InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String text(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length <= PREFIX_BYTES) {
            return address.getHostAddress();
        }
        try {
            Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
