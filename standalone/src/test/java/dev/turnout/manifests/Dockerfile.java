package dev.turnout.manifests;

import java.util.List;
import java.util.regex.Pattern;

/** The repository's {@code Dockerfile}, of which the last stage is a service's. */
final class Dockerfile {

    private Dockerfile() {}

    /** Its instructions, each on one line, in order; comments are left out. */
    static List<String> instructions() {
        return Checkout.text("Dockerfile")
                .replaceAll("(?m)^\\s*#.*\\n", "")
                .replaceAll("\\\\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Those of a service. */
    static List<String> service() {
        var all = instructions();
        int from = all.stream().map(it -> it.startsWith("FROM ")).toList().lastIndexOf(true);
        return all.subList(from, all.size());
    }

    /** The user that a service runs as. */
    static long user() {
        return Long.parseLong(inService("USER (\\d+):\\d+"));
    }

    /** How long requests in flight have after SIGTERM. */
    static int shutdownSeconds() {
        return Integer.parseInt(inService("ENV QUARKUS_SHUTDOWN_TIMEOUT=(\\d+)s"));
    }

    private static String inService(String line) {
        var pattern = Pattern.compile(line);
        return service().stream()
                .map(pattern::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no instruction " + line));
    }
}
