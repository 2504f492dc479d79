package dev.turnout.adapter.upstream;

import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.kit.address.PublicAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * In a cluster, keeps providers on the public Internet unless the configuration says otherwise of
 * one: what a name leads to is looked at, and it is that address which is then called.
 */
@ApplicationScoped
public class AddressGuard {

    private final Vertx vertx;
    private final boolean everyAddress;

    @Inject
    public AddressGuard(
            Vertx vertx, @ConfigProperty(name = "turnout.deployment") String deployment) {
        this.vertx = vertx;
        this.everyAddress = deployment.equals("laptop");
    }

    /**
     * The address to call, or none where any that the name leads to will do. Fails with {@code
     * TARGET_UNUSABLE} where none is allowed, and with {@link java.net.UnknownHostException}.
     */
    Future<Optional<SocketAddress>> address(Provider.Remote provider) {
        if (everyAddress || provider.privateAddress()) {
            return Future.succeededFuture(Optional.empty());
        }
        var url = provider.url();
        return vertx.executeBlocking(() -> InetAddress.getAllByName(url.host()), false)
                .compose(
                        found ->
                                Stream.of(found)
                                        .filter(PublicAddress::is)
                                        .findFirst()
                                        .map(address -> allowed(address, url.port()))
                                        .orElseGet(() -> refused(provider)));
    }

    private static Future<Optional<SocketAddress>> allowed(InetAddress address, int port) {
        return Future.succeededFuture(
                Optional.of(SocketAddress.inetSocketAddress(port, address.getHostAddress())));
    }

    private static Future<Optional<SocketAddress>> refused(Provider.Remote provider) {
        return Future.failedFuture(
                Problem.of(
                                ProblemCode.TARGET_UNUSABLE,
                                "Provider %s is at a private address; set \"private\": true on it to allow that."
                                        .formatted(provider.name()))
                        .asException());
    }
}
