package dev.turnout.adapter.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Listener;
import dev.turnout.adapter.provider.BaseUrl;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.kit.profile.AuthStyle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressGuardTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void inAClusterAPublicAddressIsTheOneThatIsCalled() {
        assertThat(address("cluster", "https://160.79.104.10:8443", false).result())
                .contains(SocketAddress.inetSocketAddress(8443, "160.79.104.10"));
    }

    @Test
    void inAClusterAPrivateAddressIsRefused() {
        assertThat(address("cluster", "http://127.0.0.1:11434", false).cause())
                .hasMessageContainingAll("TARGET_UNUSABLE", "house", "\"private\": true");
    }

    @Test
    void aNameIsJudgedByWhatItLeadsTo() {
        assertThat(address("cluster", "http://localhost:11434", false).cause())
                .hasMessageContaining("TARGET_UNUSABLE");
    }

    @Test
    void aProviderMayBeAllowedAPrivateAddress() {
        assertThat(address("cluster", "http://127.0.0.1:11434", true).result()).isEmpty();
    }

    @Test
    void aLaptopCallsWhatItWants() {
        assertThat(address("laptop", "http://127.0.0.1:11434", false).result()).isEmpty();
    }

    private Future<Optional<SocketAddress>> address(
            String deployment, String url, boolean privateAddress) {
        var found =
                new AddressGuard(vertx, deployment)
                        .address(
                                new Provider.Remote(
                                        "house",
                                        Dialect.ANTHROPIC,
                                        BaseUrl.of(url),
                                        privateAddress,
                                        AuthStyle.NONE,
                                        null,
                                        List.of(),
                                        Map.of(),
                                        false,
                                        Set.of(),
                                        Resilience.DEFAULT));
        Listener.await(
                found.transform(whatever -> Future.succeededFuture(true))
                        .toCompletionStage()
                        .toCompletableFuture());
        return found;
    }
}
