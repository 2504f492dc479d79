package dev.turnout.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.cli.place.Failure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {

    @Test
    void onlyTheFrontDoorIsOpenToOthers() throws Exception {
        var placements = Placement.split("0.0.0.0", freePort(), new Ports());

        assertThat(placements).extracting(Placement::service).isEqualTo(Service.SPLIT);
        assertThat(placements)
                .extracting(Placement::host)
                .containsExactly("0.0.0.0", "127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1");
    }

    @Test
    void noTwoListenAtTheSamePort() throws Exception {
        Set<Integer> ports = new HashSet<>();

        for (var placement : Placement.split("127.0.0.1", freePort(), new Ports())) {
            ports.add(placement.port());
            ports.add(placement.managementPort());
        }

        assertThat(ports).hasSize(10);
    }

    @Test
    void aTakenFrontDoorIsAskedAbout() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();

            assertThatThrownBy(() -> Placement.standalone("127.0.0.1", port, new Ports()))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith("Port %d of 127.0.0.1 is taken: ".formatted(port))
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void afterTheLastPortAnotherIsProposed() {
        var ports = new Ports();
        // Taken either by this or by whoever listens there already.
        ports.take(InetAddress.getLoopbackAddress(), 65_535);

        assertThatThrownBy(() -> Placement.standalone("127.0.0.1", 65_535, ports))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("Port 65535 of 127.0.0.1 is taken: ");
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        // Of the range that is kept for documentation: RFC 5737.
        assertThatThrownBy(() -> Placement.standalone("192.0.2.1", 3456, new Ports()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is no address of this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void loopback(String host) {
        assertThat(Placement.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void notLoopback(String host) {
        assertThat(Placement.isLoopback(host)).isFalse();
    }

    private static int freePort() throws Exception {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
