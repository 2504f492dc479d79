package dev.turnout.config.feed;

import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.contracts.config.Snapshot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Pushes configuration and keys. What is pushed is the state, not its history: a watcher that is
 * slow, or was away, is told the newest of each and nothing in between, so nothing piles up.
 */
@ApplicationScoped
public class ConfigFeed {

    private final Multi<Tick> heartbeats;
    private final Executor worker;
    private final BroadcastProcessor<Tick> changes = BroadcastProcessor.create();

    private volatile @Nullable Snapshot snapshot;
    private volatile KeyRing keys = KeyRing.EMPTY;

    /** Why a watcher is looked after: what it has not heard yet is found out then. */
    private enum Tick {
        CHANGE,
        HEARTBEAT
    }

    @Inject
    ConfigFeed(FeedSettings settings) {
        this(
                Multi.createFrom()
                        .ticks()
                        .startingAfter(settings.heartbeat())
                        .every(settings.heartbeat()),
                Infrastructure.getDefaultExecutor());
    }

    /**
     * @param heartbeats an item for each
     * @param worker delivers to watchers, none of whom may hold up the others or who publishes
     */
    ConfigFeed(Multi<?> heartbeats, Executor worker) {
        this.heartbeats = heartbeats.onOverflow().drop().map(beat -> Tick.HEARTBEAT);
        this.worker = worker;
    }

    /** Makes this the newest revision for every watcher. */
    public synchronized void publish(Snapshot newest) {
        snapshot = newest;
        changes.onNext(Tick.CHANGE);
    }

    /** Makes these the newest keys for every watcher. */
    public synchronized void publish(KeyRing newest) {
        keys = newest;
        changes.onNext(Tick.CHANGE);
    }

    /**
     * The feed of one watcher: at once what is newer than what it has, or a heartbeat; later each
     * change. It never ends by itself, and items arrive on a worker thread.
     *
     * @param after the revision that the watcher has
     * @param afterKeys the version of the keys that it has
     */
    public Multi<ConfigEvent> watch(long after, long afterKeys) {
        return Multi.createFrom()
                .deferred(
                        () -> {
                            var heard = new Heard(after, afterKeys);
                            return Multi.createBy()
                                    .merging()
                                    // Changes first: none may fall between the first look and them.
                                    .<Tick>streams(
                                            changes.onOverflow().dropPreviousItems(),
                                            heartbeats,
                                            Multi.createFrom().item(Tick.HEARTBEAT))
                                    .onOverflow()
                                    .dropPreviousItems()
                                    .emitOn(worker, 1)
                                    .map(heard::news)
                                    .onItem()
                                    .<ConfigEvent>disjoint();
                        });
    }

    /** What one watcher has heard. */
    private final class Heard {

        private long revision;
        private long keysVersion;

        Heard(long revision, long keysVersion) {
            this.revision = revision;
            this.keysVersion = keysVersion;
        }

        List<ConfigEvent> news(Tick tick) {
            var news = new ArrayList<ConfigEvent>();
            var newest = snapshot;
            if (newest != null && newest.revision() > revision) {
                revision = newest.revision();
                news.add(new ConfigEvent.Revised(newest));
            }
            var newestKeys = keys;
            if (newestKeys.version() > keysVersion) {
                keysVersion = newestKeys.version();
                news.add(new ConfigEvent.KeysChanged(newestKeys));
            }
            if (news.isEmpty() && tick == Tick.HEARTBEAT) {
                news.add(new ConfigEvent.Heartbeat(newest == null ? 0 : newest.revision()));
            }
            return news;
        }
    }
}
