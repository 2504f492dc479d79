package dev.turnout.config.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries for the audit log and appends them in order, off the caller's thread. A database
 * that is away costs entries, which are logged, and nothing else.
 */
@ApplicationScoped
public class AuditTrail {

    private static final Logger LOG = Logger.getLogger(AuditTrail.class);
    private static final int WAITING = 1_000;

    private final Consumer<AuditEntry> sink;
    private final boolean active;
    private final Clock clock = Clock.systemUTC();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofPlatform().name("audit").daemon().factory(),
                    (lost, queue) -> LOG.error("the audit log is too slow: an entry is lost"));

    @Inject
    AuditTrail(
            AuditLog log,
            Instance<Flyway> flyway,
            @ConfigProperty(name = "turnout.database.active") boolean active) {
        this(new AuditTable(() -> flyway.get().migrate(), log::append), active);
    }

    AuditTrail(Consumer<AuditEntry> sink, boolean active) {
        this.sink = sink;
        this.active = active;
    }

    /**
     * Notes what somebody did; returns at once.
     *
     * @param action what kind of thing, for example {@code config.accepted}
     * @param revision that it led to, if it did
     * @param detail for people; holds no secret
     */
    public void add(String actor, String action, @Nullable Long revision, String detail) {
        if (!active) {
            return;
        }
        var entry = AuditEntry.of(clock.instant(), actor, action, revision, detail);
        worker.execute(
                () -> {
                    try {
                        sink.accept(entry);
                    } catch (RuntimeException e) {
                        LOG.errorf(
                                "%s by %s is not in the audit log: %s",
                                action, actor, e.toString());
                    }
                });
    }

    @PreDestroy
    void close() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.errorf("%d entries of the audit log are lost", worker.getQueue().size());
        }
    }
}
