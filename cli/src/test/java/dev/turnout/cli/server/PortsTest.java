package dev.turnout.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void aTakenPortIsNotGiven() throws Exception {
        try (var taken = new ServerSocket(0, 1, LOOPBACK)) {
            var ports = new Ports();

            assertThat(ports.take(LOOPBACK, taken.getLocalPort())).isFalse();
            assertThat(ports.near(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void noPortIsGivenTwice() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, LOOPBACK)) {
            port = free.getLocalPort();
        }
        var ports = new Ports();

        assertThat(ports.near(port)).isEqualTo(port);
        assertThat(ports.take(LOOPBACK, port)).isFalse();
        assertThat(ports.near(port)).isNotEqualTo(port);
    }
}
