package dev.turnout.cli.server;

import dev.turnout.cli.document.ConfigurationFile;
import dev.turnout.cli.keys.KeyFile;
import dev.turnout.cli.keys.ServiceSecret;
import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Surroundings;
import dev.turnout.config.document.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be found wrong before a process is started. */
final class Preparation {

    private final Surroundings surroundings;

    Preparation(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What is to be started.
     *
     * @param port where clients come in; null for the usual one
     * @throws Failure if the configuration is broken, the port taken, the host open to others while
     *     nobody needs a key, or something is not built
     */
    List<Launch> launches(String host, @Nullable Integer port, boolean split) {
        new ConfigurationFile(surroundings.home().configuration()).require(Deployment.LAPTOP);
        if (!Placement.isLoopback(host) && new KeyFile(surroundings.home()).isEmpty()) {
            throw new Failure(
                    ExitCode.REFUSED,
                    "On %s anyone in the network could use your providers: make a client key first, with ./turnout keys new."
                            .formatted(host));
        }
        var front = split ? Service.GATEWAY : Service.STANDALONE;
        var chosen = port == null ? usualPort(front) : port;
        if (chosen < 1 || chosen > 65_535) {
            throw new Failure(
                    ExitCode.REFUSED,
                    "There is no port %d: choose one from 1 to 65535.".formatted(chosen));
        }
        var ports = new Ports();
        var placements =
                split
                        ? Placement.split(host, chosen, ports)
                        : Placement.standalone(host, chosen, ports);
        if (split) {
            ServiceSecret.makeSure(surroundings.home().serviceSecret());
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var source = new Launch.Source(surroundings.checkout(), java, surroundings.home());
        return placements.stream()
                .peek(placement -> requireBuilt(source, placement.service()))
                .map(it -> Launch.of(it, placements, source, surroundings.environment()))
                .toList();
    }

    private int usualPort(Service front) {
        var set = surroundings.environment().getOrDefault("TURNOUT_PORT", "");
        if (set.isBlank()) {
            return front.port();
        }
        try {
            return Integer.parseInt(set.strip());
        } catch (NumberFormatException e) {
            throw new Failure(
                    ExitCode.REFUSED,
                    "TURNOUT_PORT is %s: set it to a number, or unset it.".formatted(set));
        }
    }

    private static void requireBuilt(Launch.Source source, Service service) {
        if (Files.notExists(source.program(service))) {
            throw new Failure(
                    "%s is not built: start Turnout by the script ./turnout, which builds it."
                            .formatted(service.module()));
        }
    }
}
