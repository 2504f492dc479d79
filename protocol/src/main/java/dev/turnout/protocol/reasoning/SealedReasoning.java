package dev.turnout.protocol.reasoning;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.util.function.Consumer;

/** Seals the thinking of an answer that its provider has not signed. */
public final class SealedReasoning implements ReplyFilter {

    private final ReasoningSeal seal;
    private final Target origin;

    public SealedReasoning(ReasoningSeal seal, Target origin) {
        this.seal = seal;
        this.origin = origin;
    }

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> next) {
        switch (event) {
            case ReplyEvent.CarriedDelta carried ->
                    next.accept(
                            new ReplyEvent.SignatureDelta(
                                    seal.seal(origin, "", carried.carried())));
            default -> next.accept(event);
        }
    }
}
