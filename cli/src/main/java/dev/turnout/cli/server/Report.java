package dev.turnout.cli.server;

import dev.turnout.cli.client.ClaudeEnvironment;
import dev.turnout.cli.client.CurlLine;
import dev.turnout.cli.document.Findings;
import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.ConfigStatus;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says in calm lines how Turnout stands and how to use it. */
final class Report {

    private static final Comparator<String> DEFAULT_FIRST =
            Comparator.<String, Boolean>comparing(route -> !route.equals("default"))
                    .thenComparing(Comparator.naturalOrder());

    private Report() {}

    /** What is configured, and whether anyone refused it. */
    static String configuration(ConfigStatus status) {
        var text = new StringBuilder();
        line(text, "Configuration", status.source());
        line(text, "Revision", Long.toString(status.revision()));
        line(text, "Providers", String.join(", ", status.providers().stream().sorted().toList()));
        line(
                text,
                "Client keys",
                status.keys() == 0
                        ? "none, so only this machine may call"
                        : "%d, and every caller needs one".formatted(status.keys()));
        var label = "Routes";
        for (var route : status.routes().keySet().stream().sorted(DEFAULT_FIRST).toList()) {
            var targets = status.routes().getOrDefault(route, List.of());
            line(text, label, "%-12s %s".formatted(route, String.join(", then ", targets)));
            label = "";
        }
        if (!status.lastErrors().isEmpty()) {
            text.append("\nThe newest document was refused; the one before is in force.\n");
            text.append(Findings.of(status.lastErrors()));
        }
        return text.toString();
    }

    /** Which service runs which revision. */
    static String replicas(ConfigStatus status) {
        var text = new StringBuilder();
        var row = "  %-18s  %-24s  %8s  %s%n";
        text.append(row.formatted("SERVICE", "REPLICA", "REVISION", "STATE"));
        status.replicas().stream()
                .sorted(
                        Comparator.comparing(Acknowledgement::service)
                                .thenComparing(Acknowledgement::replica))
                .forEach(
                        it ->
                                text.append(
                                        row.formatted(
                                                it.service(),
                                                it.replica(),
                                                it.revision(),
                                                state(it))));
        return text.toString();
    }

    private static String state(Acknowledgement acknowledgement) {
        return switch (acknowledgement.outcome()) {
            case APPLIED -> "applied";
            case REJECTED -> "rejected: " + acknowledgement.reason();
        };
    }

    /** How to put a client in front. */
    static String usage(URI address, boolean keyed, Map<String, String> environment) {
        var text = new StringBuilder("Claude Code:  ./turnout code      or, in any shell:\n\n");
        new ClaudeEnvironment(address, keyed ? "$TURNOUT_KEY" : ClaudeEnvironment.NO_KEY)
                .variables()
                .forEach((name, value) -> text.append("  export %s=%s%n".formatted(name, value)));
        text.append("\nTry it:\n\n  ")
                .append(CurlLine.of(address, keyed, environment))
                .append('\n');
        if (keyed) {
            text.append("\n$TURNOUT_KEY stands for one of your client keys.\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("  %-15s%s%n".formatted(label, value));
    }
}
