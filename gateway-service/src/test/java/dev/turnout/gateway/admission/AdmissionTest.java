package dev.turnout.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.gateway.admission.AdmissionStep.Decision;
import dev.turnout.gateway.admission.AdmissionStep.Reservation;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Steps are asked in their order, and what one of them denies the earlier ones undo. */
class AdmissionTest {

    private final Diary diary = new Diary();
    private final AdmissionStep first = RecordingStep.granting("first", diary);
    private final AdmissionStep second = RecordingStep.granting("second", diary);

    @Test
    void stepsAreAskedInOrderAndSettledTogether() {
        var reservation = granted(decide(first, second));

        reservation.bodyReleased();
        reservation.settle(new Usage(0, 0, 0, 44, 0, true));

        assertThat(diary.entries())
                .containsExactly(
                        "first asked",
                        "second asked",
                        "first released",
                        "second released",
                        "first settled 44",
                        "second settled 44");
    }

    @Test
    void withoutAnyStepEverybodyGoesOn() {
        granted(decide()).settle(Usage.NONE);
    }

    @Test
    void aDenialIsTheLastWordAndUndoesWhatWasReserved() {
        var decision = decide(first, second, RecordingStep.denying("third", diary), neverAsked());

        assertThat(decision).isEqualTo(new Decision.Denied(BodiesInFlight.full()));
        assertThat(diary.entries())
                .containsExactly(
                        "first asked",
                        "second asked",
                        "third asked",
                        "first settled 0",
                        "second settled 0");
    }

    @Test
    void aStepThatFailsUndoesWhatWasReserved() {
        var failing =
                new RecordingStep(
                        "third",
                        diary,
                        () -> Uni.createFrom().failure(new IllegalStateException("no answer")));

        assertThatIllegalStateException().isThrownBy(() -> decide(first, second, failing));
        assertThat(diary.entries())
                .containsExactly(
                        "first asked",
                        "second asked",
                        "third asked",
                        "first settled 0",
                        "second settled 0");
    }

    @Test
    void aStepThatThrowsUndoesWhatWasReserved() {
        var throwing =
                new RecordingStep(
                        "second",
                        diary,
                        () -> {
                            throw new IllegalStateException("a fault");
                        });

        assertThatIllegalStateException().isThrownBy(() -> decide(first, throwing));
        assertThat(diary.entries())
                .containsExactly("first asked", "second asked", "first settled 0");
    }

    private AdmissionStep neverAsked() {
        return (context, traits) -> {
            throw new AssertionError("asked behind a denial");
        };
    }

    private static Decision decide(AdmissionStep... steps) {
        return new Admission(Arrays.asList(steps))
                .reserve(context(), traits(0))
                .await()
                .indefinitely();
    }

    static Reservation granted(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Granted.class);
        return ((Decision.Granted) decision).reservation();
    }

    static CallContext context() {
        return new CallContext("req_of_a_test", Principal.LOCAL, Instant.MAX);
    }

    static Traits traits(int bodyBytes) {
        return new Traits(
                Dialect.ANTHROPIC,
                "any",
                RequestClass.MAIN,
                true,
                0,
                null,
                0,
                false,
                null,
                null,
                null,
                null,
                bodyBytes,
                1);
    }
}
