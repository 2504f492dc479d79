package dev.turnout.config.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.Acknowledgement.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private final Acknowledgements acknowledgements = new Acknowledgements();

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

    private static Acknowledgement applied(
            String service, String replica, long revision, long second) {
        return new Acknowledgement(
                service, replica, revision, Outcome.APPLIED, null, Instant.ofEpochSecond(second));
    }
}
