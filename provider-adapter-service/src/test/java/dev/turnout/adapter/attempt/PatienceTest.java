package dev.turnout.adapter.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.config.Resilience;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a loop of its own, with limits that either run out at once or never. */
class PatienceTest {

    private static final long SOON = 20;
    private static final long NEVER = Duration.ofHours(1).toMillis();

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Patience.Limit> expired = new CompletableFuture<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theFirstEventIsLate() {
        run(SOON, NEVER, NEVER, patience -> {});

        assertThat(Listener.await(expired)).isEqualTo(Patience.Limit.FIRST_EVENT);
    }

    @Test
    void anAnswerThatHasBegunFallsSilent() {
        run(SOON, SOON, NEVER, Patience::begun);

        assertThat(Listener.await(expired)).isEqualTo(Patience.Limit.SILENCE);
    }

    @Test
    void theCallerWaitsNoLonger() {
        run(NEVER, NEVER, SOON, Patience::begun);

        assertThat(Listener.await(expired)).isEqualTo(Patience.Limit.DEADLINE);
    }

    @Test
    void aWholeAnswerWaitsOnlyForItsConnection() {
        run(
                NEVER,
                NEVER,
                NEVER,
                patience -> {
                    patience.begun();
                    patience.parting(250);
                    patience.parting(250);
                });

        assertThat(Listener.await(expired)).isEqualTo(Patience.Limit.PARTING);
    }

    @Test
    void aProviderThatIsKeptWaitingIsNotSilent() {
        var resumed = new CompletableFuture<Boolean>();
        run(
                NEVER,
                SOON,
                NEVER,
                patience -> {
                    patience.begun();
                    patience.waiting(false);
                    vertx.setTimer(
                            5 * SOON,
                            later -> {
                                resumed.complete(expired.isDone());
                                patience.waiting(true);
                            });
                });

        assertThat(Listener.await(resumed)).isFalse();
        assertThat(Listener.await(expired)).isEqualTo(Patience.Limit.SILENCE);
    }

    @Test
    void whatHasEndedDoesNotExpire() {
        var later = new CompletableFuture<Boolean>();
        run(
                SOON,
                SOON,
                SOON,
                patience -> {
                    patience.begun();
                    patience.end();
                    vertx.setTimer(5 * SOON, now -> later.complete(expired.isDone()));
                });

        assertThat(Listener.await(later)).isFalse();
    }

    @Test
    void anAnswerThatComesOnlyWhenItIsWholeIsWaitedFor() {
        var brief = new Resilience(1, 2, 3);
        var stream = Asked.of("fake/m");

        assertThat(Patience.limits(brief, stream.withoutStream().call()))
                .isEqualTo(new Resilience(1, 300_000, 3));
        assertThat(Patience.limits(new Resilience(1, NEVER, 3), stream.withoutStream().call()))
                .isEqualTo(new Resilience(1, NEVER, 3));
        assertThat(Patience.limits(brief, stream.call())).isEqualTo(brief);
        assertThat(Patience.limits(brief, stream.counting().call())).isEqualTo(brief);
    }

    @Test
    void aCountThatTakesLongIsNotWaitedFor() {
        assertThat(Patience.limits(Resilience.DEFAULT, Asked.of("fake/m").counting().call()))
                .isEqualTo(new Resilience(5_000, 5_000, 5_000));
    }

    private void run(long firstEvent, long silence, long deadline, Consumer<Patience> test) {
        vertx.runOnContext(
                now -> {
                    var patience =
                            new Patience(
                                    vertx,
                                    new Resilience(NEVER, firstEvent, silence),
                                    Instant.now().plusMillis(deadline),
                                    expired::complete);
                    patience.begin();
                    test.accept(patience);
                });
    }
}
