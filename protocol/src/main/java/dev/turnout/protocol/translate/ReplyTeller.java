package dev.turnout.protocol.translate;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.failure.FailedAnswer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells an answer in the grammar of {@link ReplyEvent}: its beginning with its first block, for by
 * then all is known that belongs to it, and nothing behind its end.
 */
public final class ReplyTeller {

    private final AnswerContext context;
    private final Supplier<Usage> usage;

    private Consumer<ReplyEvent> listener = event -> {};
    private @Nullable String id;
    private @Nullable String model;
    private boolean started;
    private boolean over;

    /**
     * @param usage as far as it is known at any time
     */
    public ReplyTeller(AnswerContext context, Supplier<Usage> usage) {
        this.context = context;
        this.usage = usage;
    }

    /** Who is told from now on. */
    public void tell(Consumer<ReplyEvent> listener) {
        this.listener = listener;
    }

    /** The provider's names of the answer and the model; the first that are given count. */
    public void named(@Nullable String givenId, @Nullable String givenModel) {
        id = id == null ? givenId : id;
        model = model == null ? givenModel : model;
    }

    /** Tells of a block. */
    public void say(ReplyEvent event) {
        if (over) {
            return;
        }
        if (!started) {
            started = true;
            listener.accept(new ReplyEvent.Started(id, model, ofPrompt(usage.get())));
        }
        listener.accept(event);
    }

    /** The answer is whole. */
    public void stop(String reason, @Nullable String sequence, @Nullable String explanation) {
        say(new ReplyEvent.Stopped(reason, sequence, explanation, usage.get()));
        over = true;
    }

    /** The provider sent an error, as an event's data or as the whole body. */
    public void fail(byte[] error, int offset, int length) {
        fail(FailedAnswer.ofError(context.target(), error, offset, length));
    }

    /**
     * The provider failed by the way it answered.
     *
     * @param how goes on from the target's name
     */
    public void fail(ProblemCode code, String how) {
        fail(Problem.of(code, context.target() + " " + how));
    }

    /** What the answer has cost so far, as far as the provider says. */
    public Usage usage() {
        return usage.get();
    }

    /** Whether the answer has been told to its end. */
    public boolean over() {
        return over;
    }

    private static Usage ofPrompt(Usage known) {
        return new Usage(
                known.input(), known.cacheRead(), known.cacheWrite(), 0, 0, known.reported());
    }

    private void fail(Problem problem) {
        if (!over) {
            over = true;
            listener.accept(new ReplyEvent.Failed(problem));
        }
    }
}
