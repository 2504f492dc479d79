package dev.turnout.gateway.admission;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.Traits;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Writes down what is asked of it, and decides what the test wants. */
public record RecordingStep(String name, Diary diary, Supplier<Uni<Wish>> wish)
        implements AdmissionStep {

    /** What a test wants of a step. */
    public enum Wish {
        GRANT,
        DENY
    }

    public static RecordingStep granting(String name, Diary diary) {
        return new RecordingStep(name, diary, () -> Uni.createFrom().item(Wish.GRANT));
    }

    public static RecordingStep denying(String name, Diary diary) {
        return new RecordingStep(name, diary, () -> Uni.createFrom().item(Wish.DENY));
    }

    @Override
    public Uni<Decision> reserve(CallContext context, Traits traits) {
        diary.add(name + " asked");
        return wish.get()
                .map(
                        wanted ->
                                switch (wanted) {
                                    case GRANT -> new Decision.Granted(new Written());
                                    case DENY -> new Decision.Denied(BodiesInFlight.full());
                                });
    }

    private final class Written implements Reservation {

        @Override
        public void bodyReleased() {
            diary.add(name + " released");
        }

        @Override
        public void settle(Usage usage) {
            diary.add(name + " settled " + usage.output());
        }
    }
}
