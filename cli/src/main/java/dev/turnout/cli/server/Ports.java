package dev.turnout.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Finds ports that nobody listens on, and gives none of them twice. */
final class Ports {

    private final Set<Integer> given = new HashSet<>();

    /** Whether this very port can be had on that address; it is then taken as given. */
    boolean take(InetAddress host, int port) {
        return !given.contains(port) && isFree(host, port) && given.add(port);
    }

    /** The wanted port of the loopback address, or any other if it is taken. */
    int near(int wanted) {
        var loopback = InetAddress.getLoopbackAddress();
        var port = wanted;
        while (!take(loopback, port)) {
            port = any(loopback);
        }
        return port;
    }

    private static boolean isFree(InetAddress host, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int any(InetAddress host) {
        try (var socket = new ServerSocket(0, 1, host)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }
}
