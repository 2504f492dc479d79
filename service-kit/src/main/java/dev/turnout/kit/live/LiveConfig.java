package dev.turnout.kit.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.Acknowledgement.Outcome;
import dev.turnout.contracts.config.ConfigApi;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.metrics.Metrics;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the control plane: takes over each revision that every part of this process can serve
 * from, rejects the others and stays on the one before, keeps the last good one on disk, and says
 * so in acknowledgements. Everything here runs on one thread of its own, away from requests.
 */
@ApplicationScoped
public class LiveConfig {

    private static final Logger LOG = Logger.getLogger(LiveConfig.class);

    private final ConfigApi config;
    private final List<SnapshotConsumer> consumers;
    private final List<KeyRingConsumer> keyConsumers;
    private final LiveSettings settings;
    private final Metrics metrics;
    private final LastGood lastGood;
    private final Clock clock = Clock.systemUTC();

    private volatile long revision;
    private volatile long keysVersion;
    private long judged;
    private List<Verdict> verdicts = List.of();

    /** Whether the control plane has yet to hear what was judged last. */
    private volatile boolean unheard;

    private @Nullable Feed feed;

    /** What one part of this process made of the revision that was judged last. */
    private record Verdict(String service, Outcome outcome, @Nullable String reason) {

        Verdict together(String culprits) {
            return switch (outcome) {
                case REJECTED -> this;
                case APPLIED ->
                        new Verdict(
                                service,
                                Outcome.REJECTED,
                                "in the same process this was rejected by: " + culprits);
            };
        }
    }

    @Inject
    LiveConfig(
            ConfigApi config,
            @All List<SnapshotConsumer> consumers,
            @All List<KeyRingConsumer> keyConsumers,
            LiveSettings settings,
            Metrics metrics,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.config = config;
        this.consumers = consumers;
        this.keyConsumers = keyConsumers;
        this.settings = settings;
        this.metrics = metrics;
        this.lastGood = new LastGood(json, settings.snapshotDir(), application);
    }

    /** The revision that this process serves from; 0 before the first. */
    public long revision() {
        return revision;
    }

    /**
     * Whether this process has what it needs to serve. That no keys are known yet is not the same
     * as that there are none.
     */
    public boolean ready() {
        return (consumers.isEmpty() || revision > 0) && (keyConsumers.isEmpty() || keysVersion > 0);
    }

    void start(@Observes StartupEvent started) {
        if (consumers.isEmpty() && keyConsumers.isEmpty()) {
            return;
        }
        lastGood.keys().ifPresent(this::take);
        lastGood.snapshot().ifPresent(this::takeOver);
        feed = new Feed(settings, () -> config.watch(revision, keysVersion), this::handle);
        feed.open();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (feed != null) {
            feed.close();
        }
    }

    /** One event of the feed; {@code first} is the first since the feed was opened. */
    private void handle(ConfigEvent event, boolean first) {
        switch (event) {
            case ConfigEvent.Revised(var snapshot) -> {
                takeOver(snapshot);
                unheard = true;
            }
            case ConfigEvent.KeysChanged(var keys) -> {
                take(keys);
                lastGood.keep(keys);
            }
            case ConfigEvent.Heartbeat _ -> {}
        }
        // A control plane that restarted has forgotten who runs what.
        if (first || unheard) {
            acknowledge();
        }
    }

    /** All parts of the process move together or not at all. */
    private void takeOver(Snapshot snapshot) {
        var steps = new ArrayList<Runnable>();
        var found = consumers.stream().map(consumer -> judge(snapshot, consumer, steps)).toList();
        boolean applied = steps.size() == consumers.size();
        if (applied) {
            steps.forEach(Runnable::run);
        }
        // Only now: a step that failed after all must not be acknowledged as applied.
        verdicts = applied ? found : rejectedTogether(found);
        judged = snapshot.revision();
        metrics.configReloaded(applied);
        if (!applied) {
            LOG.warnf("revision %d is rejected: %s", snapshot.revision(), verdicts);
            return;
        }
        revision = snapshot.revision();
        metrics.configRevision(revision);
        lastGood.keep(snapshot);
        LOG.infof("serving from revision %d", snapshot.revision());
    }

    private static Verdict judge(
            Snapshot snapshot, SnapshotConsumer consumer, List<Runnable> steps) {
        try {
            steps.add(consumer.prepare(snapshot));
            return new Verdict(consumer.service(), Outcome.APPLIED, null);
        } catch (ProblemException e) {
            return new Verdict(consumer.service(), Outcome.REJECTED, e.problem().message());
        } catch (RuntimeException e) {
            LOG.errorf(e, "revision %d cannot be prepared", snapshot.revision());
            return new Verdict(
                    consumer.service(),
                    Outcome.REJECTED,
                    "a fault of the service; its log says why");
        }
    }

    /** A part that could serve from it does not, since another cannot. */
    private static List<Verdict> rejectedTogether(List<Verdict> found) {
        var culprits =
                found.stream()
                        .filter(verdict -> verdict.outcome() == Outcome.REJECTED)
                        .map(Verdict::service)
                        .collect(Collectors.joining(", "));
        return found.stream().map(verdict -> verdict.together(culprits)).toList();
    }

    private void take(KeyRing keys) {
        for (var consumer : keyConsumers) {
            try {
                consumer.accept(keys);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed at version %d of the keys", consumer, keys.version());
            }
        }
        keysVersion = keys.version();
    }

    /** One that the control plane did not hear is repeated with the next event. */
    private void acknowledge() {
        unheard = false;
        for (var verdict : verdicts) {
            config.acknowledge(
                            new Acknowledgement(
                                    verdict.service(),
                                    settings.replica(),
                                    judged,
                                    verdict.outcome(),
                                    verdict.reason(),
                                    clock.instant()))
                    .subscribe()
                    .with(
                            done -> {},
                            fault -> {
                                unheard = true;
                                LOG.debugf("not acknowledged: %s", fault.getMessage());
                            });
        }
    }
}
