package dev.turnout.cli.server;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a service is to listen; its health is told on the loopback address only.
 *
 * @param host an address of this machine
 */
record Placement(Service service, String host, int port, int managementPort) {

    private static final String LOOPBACK = "127.0.0.1";

    /** All of Turnout in one process. The management port moves away if it is taken. */
    static List<Placement> standalone(String host, int port, Ports ports) {
        take(ports, host, port);
        return List.of(
                new Placement(
                        Service.STANDALONE,
                        host,
                        port,
                        ports.near(Service.STANDALONE.managementPort())));
    }

    /** Five processes. Only the front door's port is promised; others move away if taken. */
    static List<Placement> split(String host, int port, Ports ports) {
        take(ports, host, port);
        var placements = new ArrayList<Placement>();
        for (var service : Service.SPLIT) {
            placements.add(
                    new Placement(
                            service,
                            service.isFront() ? host : LOOPBACK,
                            service.isFront() ? port : ports.near(service.port()),
                            ports.near(service.managementPort())));
        }
        return placements;
    }

    /** Whether only this machine reaches that address. */
    static boolean isLoopback(String host) {
        return address(host).isLoopbackAddress();
    }

    private static void take(Ports ports, String host, int port) {
        if (!isHere(address(host))) {
            throw noAddress(host);
        }
        if (!ports.take(address(host), port)) {
            var rights = port < 1024 ? " or for administrators only" : "";
            var next = port == 65_535 ? 1024 : Math.max(port + 1, 1024);
            throw new Failure(
                    "Port %d of %s is taken%s: stop the program that listens there, or choose another with --port, %d for example."
                            .formatted(port, host, rights, ports.near(next)));
        }
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw noAddress(host);
        }
    }

    private static Failure noAddress(String host) {
        return new Failure(
                ExitCode.REFUSED,
                "%s is no address of this machine: give --host one that it has.".formatted(host));
    }
}
