package dev.turnout.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The containers of {@code docker-compose.yml}, which run already: {@code .ci/compose} starts and
 * ends them, and says in {@code TURNOUT_STACK_…} where they are.
 */
public final class ComposeStack implements Stack {

    private static final Duration START = Duration.ofSeconds(120);

    private final Set<Service> killed = EnumSet.noneOf(Service.class);
    private final ConfigFile config =
            new ConfigFile(Path.of(said("DOCUMENT")), new ControlPlane(management(Service.CONFIG)));

    private ComposeStack() {}

    /** The one that runs, with {@code document} in the place of its configuration. */
    public static ComposeStack of(String document) {
        var stack = new ComposeStack();
        stack.pushConfig(document);
        return stack;
    }

    /** The address by which containers reach this machine. */
    public static String machine() {
        return said("MACHINE");
    }

    @Override
    public String key() {
        return said("KEY");
    }

    @Override
    public URI service(Service service) {
        return URI.create(said(service, "URL"));
    }

    @Override
    public URI management(Service service) {
        return URI.create(said(service, "MANAGEMENT"));
    }

    @Override
    public String log(Service service) {
        return Docker.run("logs", said(service, "CONTAINER"));
    }

    @Override
    public long pushConfig(String document) {
        return config.push(document);
    }

    @Override
    public void awaitApplied() {
        config.awaitApplied();
    }

    @Override
    public void kill(Service service) {
        killed.add(service);
        Docker.run("kill", said(service, "CONTAINER"));
    }

    @Override
    public void restart(Service service) {
        Docker.run("start", said(service, "CONTAINER"));
        Await.until(
                START,
                () -> Readiness.missing(management(service)).map(missing -> service + missing));
        killed.remove(service);
    }

    /** Those that ended by themselves are Docker's to start. */
    @Override
    public void revive() {
        List.copyOf(killed).forEach(this::restart);
    }

    /** Whether PostgreSQL holds who brought the revision. */
    public boolean isAudited(long revision) {
        var query = "select count(actor) from audit_entry where revision = " + revision;
        var database = said("POSTGRES_CONTAINER");
        return !Docker.run("exec", database, "psql", "-U", "turnout", "-tAc", query)
                .strip()
                .equals("0");
    }

    /** Leaves the containers to who started them, and keeps what they have logged. */
    @Override
    public void close() {
        for (var service : Service.values()) {
            try {
                Files.writeString(Loopback.log("compose", service.module()), log(service));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String said(Service service, String what) {
        var name = service.module().replace("-service", "").replace('-', '_');
        return said(name.toUpperCase(Locale.ROOT) + "_" + what);
    }

    private static String said(String what) {
        var name = "TURNOUT_STACK_" + what;
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new AssertionError(name + " is not set: run .ci/compose"));
    }
}
