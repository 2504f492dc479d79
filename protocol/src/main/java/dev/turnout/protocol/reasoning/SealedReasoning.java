package dev.turnout.protocol.reasoning;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.json.Utf8;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.util.function.Consumer;

/**
 * Seals the thinking of an answer that its provider has not signed, so that no client gets thinking
 * without a signature: some take that for a fault, or do not send it back.
 */
public final class SealedReasoning implements ReplyFilter {

    private static final Carried TEXT_ONLY = new Carried(Carried.TEXT, "");

    private final ReasoningSeal seal;
    private final Target origin;

    private boolean thinking;
    private boolean signed;
    private final StringBuilder text = new StringBuilder();
    private Carried carried = TEXT_ONLY;

    /**
     * @param origin who answers, to whom alone the seal will open
     */
    public SealedReasoning(ReasoningSeal seal, Target origin) {
        this.seal = seal;
        this.origin = origin;
    }

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> next) {
        switch (event) {
            case ReplyEvent.BlockStarted(var block) -> {
                begin(block instanceof ReplyBlock.Thinking);
                next.accept(event);
            }
            case ReplyEvent.ThinkingDelta(var more) -> {
                text.append(Utf8.encodable(more));
                next.accept(event);
            }
            case ReplyEvent.CarriedDelta(var wanted) -> {
                carried = wanted;
                next.accept(event);
            }
            case ReplyEvent.SignatureDelta(var signature) -> {
                if (!signature.isEmpty()) {
                    signed = true;
                    next.accept(event);
                }
            }
            case ReplyEvent.BlockStopped stopped -> {
                if (thinking && !signed) {
                    next.accept(
                            new ReplyEvent.SignatureDelta(
                                    seal.seal(origin, text.toString(), carried)));
                }
                next.accept(stopped);
            }
            case ReplyEvent.Started _,
                    ReplyEvent.TextDelta _,
                    ReplyEvent.InputDelta _,
                    ReplyEvent.Stopped _,
                    ReplyEvent.Failed _ ->
                    next.accept(event);
        }
    }

    private void begin(boolean ofThinking) {
        thinking = ofThinking;
        signed = false;
        text.setLength(0);
        carried = TEXT_ONLY;
    }
}
