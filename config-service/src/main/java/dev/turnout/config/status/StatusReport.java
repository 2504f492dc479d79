package dev.turnout.config.status;

import dev.turnout.config.acknowledgement.Acknowledgements;
import dev.turnout.config.keys.KeyFile;
import dev.turnout.config.revision.Revisions;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.ConfigStatus;
import dev.turnout.contracts.config.Route;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together how things stand. It names providers and targets, never an address or a secret. */
@ApplicationScoped
public class StatusReport {

    private static final String NOTHING_YET = "no configuration yet";

    private final Revisions revisions;
    private final KeyFile keys;
    private final Acknowledgements acknowledgements;

    @Inject
    StatusReport(Revisions revisions, KeyFile keys, Acknowledgements acknowledgements) {
        this.revisions = revisions;
        this.keys = keys;
        this.acknowledgements = acknowledgements;
    }

    /** How things stand now; never blocks. */
    public ConfigStatus now() {
        var current = revisions.current();
        var config = current.map(c -> c.snapshot().config()).orElse(Config.EMPTY);
        return new ConfigStatus(
                current.map(c -> c.revision().revision()).orElse(0L),
                current.map(Revisions.Current::source).orElse(NOTHING_YET),
                config.providers().keySet().stream().sorted().toList(),
                routes(config),
                keys.keys().keys().size(),
                revisions.lastErrors(),
                acknowledgements.all());
    }

    /** Sub-agents' routes are shown as {@code agents.<name>}. */
    private static Map<String, List<String>> routes(Config config) {
        var routes = new TreeMap<String, List<String>>();
        config.routes().forEach((name, route) -> routes.put(name, targets(route)));
        config.agents().forEach((name, route) -> routes.put("agents." + name, targets(route)));
        return routes;
    }

    private static List<String> targets(Route route) {
        return route.targets().stream().map(Target::toString).toList();
    }
}
