package dev.turnout.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.Acknowledgement.Outcome;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.JsonAsInQuarkus;
import dev.turnout.kit.metrics.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveConfigTest {

    private record Settings(Path snapshotDir, Duration silence, Duration reconnect, String replica)
            implements LiveSettings {}

    private final Path dir;
    private final FakeControlPlane plane = new FakeControlPlane();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Metrics metrics = new Metrics(registry);
    private final List<LiveConfig> started = new ArrayList<>();
    private final Part gateway = new Part("gateway");
    private final Part routing = new Part("routing");
    private final LinkedBlockingQueue<KeyRing> keys = new LinkedBlockingQueue<>();

    LiveConfigTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private LiveConfig start(
            List<SnapshotConsumer> parts, List<KeyRingConsumer> keyConsumers, Duration silence) {
        var settings = new Settings(dir, silence, Duration.ofMillis(1), "replica-1");
        var live =
                new LiveConfig(
                        plane,
                        parts,
                        keyConsumers,
                        settings,
                        metrics,
                        JsonAsInQuarkus.mapper(),
                        "gateway-service");
        started.add(live);
        live.start(new StartupEvent());
        return live;
    }

    private LiveConfig start() {
        return start(List.of(gateway, routing), List.of(keys::add), Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() throws Exception {
        started.forEach(live -> live.stop(new ShutdownEvent()));
        plane.allHungUp();
    }

    private static ConfigEvent revised(long revision) {
        return new ConfigEvent.Revised(new Snapshot(revision, Instant.EPOCH, Config.EMPTY));
    }

    private static ConfigEvent keysChanged(long version) {
        return new ConfigEvent.KeysChanged(new KeyRing(version, List.of()));
    }

    private void assertThatHeard(String service, long revision, Outcome outcome, String reason)
            throws InterruptedException {
        var next = plane.heard();
        assertThat(next.service()).isEqualTo(service);
        assertThat(next.replica()).isEqualTo("replica-1");
        assertThat(next.revision()).isEqualTo(revision);
        assertThat(next.outcome()).isEqualTo(outcome);
        assertThat(String.valueOf(next.reason())).contains(reason);
    }

    private void assertThatBothServeFrom(long revision) throws InterruptedException {
        assertThatHeard("gateway", revision, Outcome.APPLIED, "null");
        assertThatHeard("routing", revision, Outcome.APPLIED, "null");
        assertThat(gateway.current).isEqualTo(revision);
        assertThat(routing.current).isEqualTo(revision);
    }

    private double reloads(String result) {
        var counter = registry.find("gateway.config.reload").tag("result", result).counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void takesOverWhatTheControlPlanePushes() throws Exception {
        var live = start();
        assertThat(live.ready()).isFalse();
        assertThat(new ConfigReadiness(live).call().getStatus()).isEqualTo(Status.DOWN);

        plane.opened().say(revised(1));

        assertThatBothServeFrom(1);
        assertThat(live.revision()).isEqualTo(1);
        assertThat(reloads("applied")).isEqualTo(1);
        assertThat(reloads("rejected")).isZero();
        assertThat(registry.get("gateway.config.revision").gauge().value()).isEqualTo(1);
    }

    @Test
    void isReadyOnceThereAreARevisionAndKeysBeThereNone() throws Exception {
        var live = start();
        var feed = plane.opened();
        feed.say(revised(1));
        assertThatBothServeFrom(1);
        assertThat(live.ready()).isFalse();

        feed.say(keysChanged(1));
        feed.say(revised(2));
        assertThatBothServeFrom(2);

        assertThat(live.ready()).isTrue();
        assertThat(new ConfigReadiness(live).call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void withoutAKeyRingConsumerKeysAreNotWaitedFor() throws Exception {
        var live = start(List.of(gateway, routing), List.of(), Duration.ofMinutes(1));

        plane.opened().say(revised(1));

        assertThatBothServeFrom(1);
        assertThat(live.ready()).isTrue();
    }

    @Test
    void allPartsMoveTogetherOrNotAtAll() throws Exception {
        var live = start();
        routing.refusing(2);
        var feed = plane.opened();
        feed.say(revised(1));
        assertThatBothServeFrom(1);

        feed.say(revised(2));

        assertThatHeard("gateway", 2, Outcome.REJECTED, "rejected by: routing");
        assertThatHeard("routing", 2, Outcome.REJECTED, "no such profile");
        assertThat(gateway.current).isEqualTo(1);
        assertThat(routing.current).isEqualTo(1);
        assertThat(live.revision()).isEqualTo(1);
        assertThat(reloads("rejected")).isEqualTo(1);
        assertThat(registry.get("gateway.config.revision").gauge().value()).isEqualTo(1);

        feed.say(revised(3));
        assertThatBothServeFrom(3);
    }

    @Test
    void aFaultOfAPartIsARejectionWithoutItsInsides() throws Exception {
        gateway.failingAt(1);
        var live = start();

        plane.opened().say(revised(1));

        assertThatHeard("gateway", 1, Outcome.REJECTED, "a fault of the service; its log says why");
        assertThatHeard("routing", 1, Outcome.REJECTED, "rejected by: gateway");
        assertThat(live.ready()).isFalse();
    }

    @Test
    void aPartThatGetsStuckIsNotAcknowledgedAndTheNextRevisionIsTaken() throws Exception {
        gateway.stuckAt(1);
        start();
        var feed = plane.opened();

        feed.say(revised(1));
        feed.say(revised(2));

        assertThatBothServeFrom(2);
    }

    @Test
    void startsFromDiskWhenTheControlPlaneIsAway() throws Exception {
        start();
        var feed = plane.opened();
        feed.say(keysChanged(5));
        feed.say(revised(1));
        assertThatBothServeFrom(1);
        keys.clear();
        var again = new Part("gateway");
        plane.away.set(Integer.MAX_VALUE);

        var live = start(List.of(again), List.of(keys::add), Duration.ofMinutes(1));

        assertThat(live.revision()).isEqualTo(1);
        assertThat(live.ready()).isTrue();
        assertThat(again.current).isEqualTo(1);
        assertThat(keys).containsExactly(new KeyRing(5, List.of()));
    }

    @Test
    void aRejectedRevisionIsNotKeptOnDisk() throws Exception {
        routing.refusing(2);
        start();
        var feed = plane.opened();
        feed.say(revised(1));
        feed.say(revised(2));
        assertThatBothServeFrom(1);
        assertThatHeard("gateway", 2, Outcome.REJECTED, "");

        var live = start(List.of(new Part("gateway")), List.of(), Duration.ofMinutes(1));

        assertThat(live.revision()).isEqualTo(1);
    }

    @Test
    void asksForWhatIsNewerThanWhatItHas() throws Exception {
        start();
        var feed = plane.opened();
        assertThat(feed.after()).isZero();
        assertThat(feed.afterKeys()).isZero();
        feed.say(keysChanged(5));
        feed.say(revised(7));
        assertThatBothServeFrom(7);

        feed.line().fail(new IllegalStateException("broken"));

        var next = plane.opened();
        assertThat(next.after()).isEqualTo(7);
        assertThat(next.afterKeys()).isEqualTo(5);
    }

    @Test
    void theFirstHeartbeatOfAFeedIsAnsweredAndNoOther() throws Exception {
        start();
        var feed = plane.opened();
        feed.say(revised(1));
        assertThatBothServeFrom(1);
        feed.line().complete();
        var next = plane.opened();

        next.say(new ConfigEvent.Heartbeat(1));
        assertThatBothServeFrom(1);

        next.say(new ConfigEvent.Heartbeat(1));
        next.say(revised(2));
        assertThatBothServeFrom(2);
        assertThat(plane.unasked()).isZero();
    }

    @Test
    void soIsAFeedThatBeginsWithKeys() throws Exception {
        start();
        var feed = plane.opened();
        feed.say(revised(1));
        assertThatBothServeFrom(1);
        feed.line().complete();

        plane.opened().say(keysChanged(5));

        assertThatBothServeFrom(1);
    }

    @Test
    void aRejectionIsRepeatedToAControlPlaneThatRestarted() throws Exception {
        routing.refusing(1);
        start();
        var feed = plane.opened();
        feed.say(revised(1));
        assertThat(plane.heard().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(plane.heard().outcome()).isEqualTo(Outcome.REJECTED);
        feed.line().complete();

        plane.opened().say(new ConfigEvent.Heartbeat(1));

        assertThatHeard("gateway", 1, Outcome.REJECTED, "rejected by: routing");
        assertThatHeard("routing", 1, Outcome.REJECTED, "no such profile");
    }

    @Test
    void whatWasNotHeardIsSaidAgain() throws Exception {
        plane.deaf.set(2);
        start();
        var feed = plane.opened();
        feed.say(revised(1));

        feed.say(new ConfigEvent.Heartbeat(1));

        assertThatBothServeFrom(1);
    }

    @Test
    void beforeThereIsAnythingToAcknowledgeNothingIs() throws Exception {
        start();
        var feed = plane.opened();

        feed.say(new ConfigEvent.Heartbeat(0));
        feed.say(revised(1));

        assertThatBothServeFrom(1);
        assertThat(plane.unasked()).isZero();
    }

    @Test
    void keysReachEveryConsumerEvenWhereOneFails() throws Exception {
        KeyRingConsumer failing =
                ring -> {
                    throw new IllegalStateException("a bug");
                };
        start(List.of(gateway), List.of(failing, keys::add), Duration.ofMinutes(1));
        var feed = plane.opened();

        feed.say(keysChanged(5));
        feed.say(keysChanged(6));

        assertThat(keys.poll(5, TimeUnit.SECONDS)).isEqualTo(new KeyRing(5, List.of()));
        assertThat(keys.poll(5, TimeUnit.SECONDS)).isEqualTo(new KeyRing(6, List.of()));
    }

    @Test
    void aFailingConsumerDoesNotKeepTheProcessFromStarting() throws Exception {
        start();
        var feed = plane.opened();
        feed.say(keysChanged(5));
        feed.say(revised(1));
        assertThatBothServeFrom(1);
        KeyRingConsumer failing =
                ring -> {
                    throw new IllegalStateException("a bug");
                };

        start(List.of(gateway), List.of(failing), Duration.ofMinutes(1));

        assertThat(plane.opened().afterKeys()).isEqualTo(5);
    }

    @Test
    void silenceIsTakenForDeath() throws Exception {
        start(List.of(gateway), List.of(), Duration.ofMillis(20));
        var silent = plane.opened();

        plane.opened().say(revised(1));

        assertThat(plane.heard())
                .extracting(Acknowledgement::revision, Acknowledgement::outcome)
                .containsExactly(1L, Outcome.APPLIED);
        silent.hungUp().get(5, TimeUnit.SECONDS);
    }

    @Test
    void aControlPlaneThatIsAwayIsAskedAgain() throws Exception {
        plane.away.set(2);

        start();
        plane.opened().say(revised(1));

        assertThatBothServeFrom(1);
    }

    @Test
    void stoppingHangsUp() throws Exception {
        var live = start();
        var feed = plane.opened();

        live.stop(new ShutdownEvent());

        feed.hungUp().get(5, TimeUnit.SECONDS);
    }

    @Test
    void whoNeedsNoConfigurationIsReadyAndAsksNobody() {
        plane.away.set(1);

        var live = start(List.of(), List.of(), Duration.ofMinutes(1));

        assertThat(live.ready()).isTrue();
        assertThat(plane.away).hasValue(1);
    }
}
