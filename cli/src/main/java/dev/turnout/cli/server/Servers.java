package dev.turnout.cli.server;

import dev.turnout.cli.place.Surroundings;
import dev.turnout.contracts.config.ConfigStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turnout as it runs, or does not, from this home. */
public final class Servers {

    private final Surroundings surroundings;
    private final RunFolder folder;

    public Servers(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.folder = new RunFolder(surroundings.home().running());
    }

    /** Turnout, running. */
    public record Started(URI address, ConfigStatus status) {}

    /** Where clients reach it, if it runs. */
    public Optional<URI> address() {
        return folder.alive().stream()
                .filter(run -> run.service().isFront())
                .map(RunRecord::address)
                .findFirst();
    }

    /** What was started and not stopped, alive or not. */
    List<RunRecord> records() {
        return folder.records();
    }

    /**
     * Starts Turnout unless it runs; then the answer is empty.
     *
     * @param port where clients come in; null for the usual one
     */
    public Optional<Started> start(String host, @Nullable Integer port, boolean split) {
        return alone(
                () ->
                        folder.alive().isEmpty()
                                ? Optional.of(startAlone(host, port, split))
                                : Optional.empty());
    }

    /** Does the work while no other command starts or stops anything of this home. */
    <T> T alone(Supplier<T> work) {
        return surroundings.home().alone("start", work);
    }

    private Started startAlone(String host, @Nullable Integer port, boolean split) {
        var launches = new Preparation(surroundings).launches(host, port, split);
        folder.records().forEach(folder::remove);
        surroundings.err().println("Starting Turnout …");
        var status = new BackgroundStart(surroundings, folder).start(launches);
        return new Started(address().orElseThrow(), status);
    }
}
