package dev.turnout.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every process is told, whatever runs in it. */
final class Loopback {

    private static final String HOST = "127.0.0.1";

    private Loopback() {}

    static URI url(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** Where a process logs: an empty file that is still there when the tests are over. */
    static Path log(String stack, String module) {
        try {
            var dir = Files.createDirectories(Path.of("target", "acceptance-logs", stack));
            return Files.writeString(dir.resolve(module + ".log"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens on these ports of loopback only. */
    static Map<String, String> ports(URI service, URI management) {
        return Map.of(
                "quarkus.http.host",
                HOST,
                "quarkus.http.port",
                "" + service.getPort(),
                "quarkus.management.host",
                HOST,
                "quarkus.management.port",
                "" + management.getPort());
    }

    /** The whole environment: nothing of the machine's own, least of all a provider's key. */
    static Map<String, String> environment(Home home) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("HOME", home.dir().toString());
        environment.put("TURNOUT_HOME", home.dir().toString());
        environment.put("TURNOUT_CONFIG", home.config().toString());
        environment.put("TURNOUT_DEPLOYMENT", "laptop");
        environment.put(Stack.PROVIDER_KEY_VARIABLE, Stack.PROVIDER_KEY);
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
        environment.put("QUARKUS_LOG_CATEGORY__DEV_TURNOUT__LEVEL", "DEBUG");
        return environment;
    }
}
