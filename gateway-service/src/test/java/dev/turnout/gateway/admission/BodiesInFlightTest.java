package dev.turnout.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.gateway.admission.AdmissionStep.Decision;
import dev.turnout.gateway.front.Settings;
import org.junit.jupiter.api.Test;

/** The cap on bodies that are held. */
class BodiesInFlightTest {

    private final BodiesInFlight bodies =
            new BodiesInFlight(Settings.USUAL.withBodiesInFlight(100));

    @Test
    void bodiesAreHeldUpToTheCapAndNotAByteMore() {
        reserve(60);
        reserve(40);

        assertThat(reserve(1)).isEqualTo(new Decision.Denied(BodiesInFlight.full()));
        assertThat(bodies.held()).isEqualTo(100);
        assertThat(BodiesInFlight.full().retryAfterSeconds()).isBetween(1, 60);
    }

    @Test
    void aBodyIsReleasedOnceHoweverOftenThatIsSaid() {
        var reservation = AdmissionTest.granted(reserve(60));
        reserve(10);

        reservation.bodyReleased();
        reservation.bodyReleased();
        reservation.settle(Usage.NONE);

        assertThat(bodies.held()).isEqualTo(10);
    }

    @Test
    void aRequestThatEndsHoldsNothing() {
        var reservation = AdmissionTest.granted(reserve(100));

        reservation.settle(Usage.NONE);

        assertThat(bodies.held()).isZero();
        AdmissionTest.granted(reserve(100));
    }

    @Test
    void roomGrowsWithABodyThatIsRead() {
        var room = bodies.room();
        assertThat(room.grow(70)).isTrue();
        assertThat(room.grow(31)).isFalse();
        assertThat(room.grow(30)).isTrue();
        assertThat(bodies.held()).isEqualTo(100);

        room.bodyReleased();

        assertThat(bodies.held()).isZero();
    }

    private Decision reserve(int bytes) {
        return bodies.reserve(AdmissionTest.context(), AdmissionTest.traits(bytes))
                .await()
                .indefinitely();
    }
}
