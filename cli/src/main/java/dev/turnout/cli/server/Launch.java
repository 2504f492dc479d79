package dev.turnout.cli.server;

import dev.turnout.cli.place.Home;
import dev.turnout.cli.place.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a service is started: everything that an operating system wants to know.
 *
 * @param command program and arguments; no shell reads them
 * @param environment variables to be set over those of this process
 * @param log where a service in the background prints to
 */
record Launch(
        Placement placement, List<String> command, Map<String, String> environment, Path log) {

    /** Where the processes come from. */
    record Source(Path checkout, Path java, Home home) {

        /** The program of a service, as its module's build left it. */
        Path program(Service service) {
            return checkout.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        }
    }

    /** One of the processes that are started together. */
    static Launch of(
            Placement placement,
            List<Placement> together,
            Source source,
            Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(source.java().toString());
        // Netty's ways to off-heap memory, which JDK 25 warns of.
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Dquarkus.http.host=" + placement.host());
        command.add("-Dquarkus.http.port=" + placement.port());
        command.add("-Dquarkus.management.host=127.0.0.1");
        command.add("-Dquarkus.management.port=" + placement.managementPort());
        command.add("-jar");
        command.add(source.program(placement.service()).toString());

        var variables = new HashMap<>(source.home().environment());
        if (placement.service() != Service.STANDALONE) {
            variables.putAll(neighbours(together));
            variables.put("TURNOUT_DEPLOYMENT", "laptop");
            if (!environment.containsKey("TURNOUT_DATABASE_URL")) {
                variables.put("TURNOUT_DATABASE_ACTIVE", "false");
            }
        }
        var log = source.home().logs().resolve(placement.service().id() + ".log");
        return new Launch(placement, List.copyOf(command), Map.copyOf(variables), log);
    }

    private static Map<String, String> neighbours(List<Placement> together) {
        var addresses = new HashMap<String, String>();
        for (var neighbour : together) {
            var name =
                    switch (neighbour.service()) {
                        case ROUTING -> "TURNOUT_ROUTING_URL";
                        case PROVIDER_ADAPTER -> "TURNOUT_ADAPTER_URL";
                        case CONFIG -> "TURNOUT_CONFIG_URL";
                        case SEARCH -> "TURNOUT_SEARCH_URL";
                        // Nobody calls these from within.
                        case STANDALONE, GATEWAY -> null;
                    };
            if (name != null) {
                addresses.put(name, "http://%s:%d".formatted(neighbour.host(), neighbour.port()));
            }
        }
        return addresses;
    }

    /** The same process, but not a child of the terminal: it outlives it, and no ^C reaches it. */
    List<String> detached(Map<String, String> environment) {
        var detached = new ArrayList<String>();
        // util-linux has setsid; where it is missing, nohup at least survives the terminal's end.
        Programs.find("setsid", environment)
                .or(() -> Programs.find("nohup", environment))
                .ifPresent(program -> detached.add(program.toString()));
        detached.addAll(command);
        return detached;
    }
}
