package dev.turnout.config.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.Acknowledgement.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private Instant now = Instant.ofEpochSecond(3);

    private final Acknowledgements acknowledgements =
            new Acknowledgements(
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    });

    @Test
    void eachReplicaHasOne() {
        acknowledgements.add(applied("routing", "b", 1, 1));
        acknowledgements.add(applied("gateway", "a", 1, 1));
        acknowledgements.add(applied("routing", "a", 1, 1));
        acknowledgements.add(applied("routing", "b", 2, 2));

        assertThat(acknowledgements.all())
                .containsExactly(
                        applied("gateway", "a", 1, 1),
                        applied("routing", "a", 1, 1),
                        applied("routing", "b", 2, 2));
    }

    @Test
    void oneThatComesLateDoesNotReplaceANewerOne() {
        acknowledgements.add(applied("gateway", "a", 2, 2));
        acknowledgements.add(applied("gateway", "a", 1, 1));

        assertThat(acknowledgements.all()).containsExactly(applied("gateway", "a", 2, 2));
    }

    @Test
    void aReplicaThatIsLongBehindItsLikeIsForgotten() {
        acknowledgements.add(applied("gateway", "gone", 1, 0));
        acknowledgements.add(applied("gateway", "here", 2, 1));
        acknowledgements.add(applied("routing", "alone", 1, 1));

        now = now.plusSeconds(301);

        assertThat(acknowledgements.all())
                .containsExactly(
                        applied("gateway", "here", 2, 1), applied("routing", "alone", 1, 1));
    }

    @Test
    void newRevisionsDoNotKeepOneThatIsGone() {
        acknowledgements.add(applied("gateway", "gone", 1, 0));
        for (int minute = 1; minute <= 7; minute++) {
            now = now.plusSeconds(60);
            acknowledgements.add(applied("gateway", "here", 1 + minute, 60 * minute));
        }

        assertThat(acknowledgements.all()).containsExactly(applied("gateway", "here", 8, 420));
    }

    @Test
    void oneThatCatchesUpIsKept() {
        acknowledgements.add(applied("gateway", "slow", 1, 0));
        acknowledgements.add(applied("gateway", "quick", 2, 1));
        acknowledgements.add(applied("gateway", "slow", 2, 2));

        now = now.plusSeconds(301);

        assertThat(acknowledgements.all()).hasSize(2);
    }

    @Test
    void aReplicaThatIsJustBehindIsShown() {
        acknowledgements.add(applied("gateway", "slow", 1, 1));
        acknowledgements.add(applied("gateway", "quick", 2, 2));

        assertThat(acknowledgements.all()).hasSize(2);
    }

    private static Acknowledgement applied(
            String service, String replica, long revision, long second) {
        return new Acknowledgement(
                service, replica, revision, Outcome.APPLIED, null, Instant.ofEpochSecond(second));
    }
}
