package dev.turnout.config.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.contracts.config.Snapshot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ConfigFeedTest {

    private final BroadcastProcessor<String> heart = BroadcastProcessor.create();
    private final ConfigFeed feed = new ConfigFeed(heart, Runnable::run);

    @Test
    void aWatcherWithNothingIsToldTheNewestAtOnce() {
        feed.publish(snapshot(1));
        feed.publish(snapshot(2));
        feed.publish(keys(7));

        assertThat(watcher(0, 0, 10).getItems()).containsExactly(revised(2), changed(7));
    }

    @Test
    void aWatcherThatIsUpToDateHearsAtOnceThatTheFeedIsAlive() {
        feed.publish(snapshot(2));
        feed.publish(keys(7));

        assertThat(watcher(2, 7, 10).getItems()).containsExactly(new ConfigEvent.Heartbeat(2));
    }

    @Test
    void beforeTheFirstRevisionThereAreHeartbeats() {
        assertThat(watcher(0, 0, 10).getItems()).containsExactly(new ConfigEvent.Heartbeat(0));
    }

    @Test
    void eachChangeIsToldToEveryWatcher() {
        var one = watcher(0, 0, 10);
        var other = watcher(0, 0, 10);

        feed.publish(snapshot(1));
        feed.publish(keys(1));
        heart.onNext("beat");
        feed.publish(snapshot(2));

        assertThat(one.getItems())
                .containsExactly(
                        new ConfigEvent.Heartbeat(0),
                        revised(1),
                        changed(1),
                        new ConfigEvent.Heartbeat(1),
                        revised(2));
        assertThat(other.getItems()).isEqualTo(one.getItems());
    }

    @Test
    void aSlowWatcherIsToldOnlyTheNewestOfEach() {
        var slow = watcher(0, 0, 1);
        for (int i = 1; i <= 1_000; i++) {
            feed.publish(snapshot(i));
            feed.publish(keys(i));
            heart.onNext("beat");
        }

        slow.request(100);

        assertThat(slow.getItems()).hasSizeLessThan(10).contains(revised(1_000), changed(1_000));
        slow.assertNotTerminated();
    }

    @Test
    void aSlowWatcherLosesNoKeysToAHeartbeat() {
        var slow = watcher(0, 0, 0);
        feed.publish(keys(1));
        heart.onNext("beat");

        slow.request(100);

        assertThat(slow.getItems()).contains(changed(1));
    }

    @Test
    void aWatcherThatLeavesIsForgotten() {
        var left = new AtomicBoolean();
        var beats = Multi.createFrom().nothing().onCancellation().invoke(() -> left.set(true));
        var watcher =
                new ConfigFeed(beats, Runnable::run)
                        .watch(0, 0)
                        .subscribe()
                        .withSubscriber(AssertSubscriber.create(10));

        watcher.cancel();

        assertThat(left).isTrue();
    }

    private AssertSubscriber<ConfigEvent> watcher(long after, long afterKeys, long wanted) {
        return feed.watch(after, afterKeys)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(wanted));
    }

    private static ConfigEvent revised(long revision) {
        return new ConfigEvent.Revised(snapshot(revision));
    }

    private static ConfigEvent changed(long version) {
        return new ConfigEvent.KeysChanged(keys(version));
    }

    private static Snapshot snapshot(long revision) {
        return new Snapshot(revision, Instant.EPOCH, Config.EMPTY);
    }

    private static KeyRing keys(long version) {
        return new KeyRing(version, List.of());
    }
}
