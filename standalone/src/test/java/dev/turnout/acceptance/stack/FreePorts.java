package dev.turnout.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Ports of loopback that nobody listened on a moment ago; each is given once. */
public final class FreePorts {

    private static final Set<Integer> GIVEN = new HashSet<>();

    private final Iterator<Integer> ports;

    private FreePorts(Iterator<Integer> ports) {
        this.ports = ports;
    }

    public static synchronized FreePorts of(int count) {
        var free = new LinkedHashSet<Integer>();
        try {
            while (free.size() < count) {
                try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    if (GIVEN.add(socket.getLocalPort())) {
                        free.add(socket.getLocalPort());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FreePorts(free.iterator());
    }

    public int next() {
        return ports.next();
    }
}
