package dev.turnout.adapter.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.adapter.attempt.OngoingReply;
import dev.turnout.adapter.own.OwnReply;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.kit.reply.ReplyPipe;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** A count of our own, as the answer to {@code count_tokens}. */
public final class CountReply implements OngoingReply {

    private static final Logger LOG = Logger.getLogger(CountReply.class);

    private final TokenCounts counts;
    private final PromptSizes sizes;
    private final ProviderCall call;
    private final Prompt prompt;
    private final OwnReply reply;

    /**
     * A count that has not begun.
     *
     * @param model the provider's own name of it
     * @param body held until it is counted, or nobody waits any more
     */
    public CountReply(
            Vertx vertx,
            TokenCounts counts,
            PromptSizes sizes,
            ReplyPipe pipe,
            ProviderCall call,
            String model,
            byte[] body) {
        this.counts = counts;
        this.sizes = sizes;
        this.call = call;
        this.prompt = new Prompt(call.dialect(), model, body);
        this.reply = new OwnReply(vertx, pipe, call, 0);
    }

    /** Counts, away from the event loop. */
    public void begin() {
        counts.count(prompt)
                .onSuccess(counted -> counted.ifPresent(this::tell))
                .onFailure(fault -> reply.fail(problem(fault)));
    }

    private void tell(long tokens) {
        long calibrated = sizes.calibrated(call, prompt.model(), tokens);
        reply.answer(("{\"input_tokens\":" + calibrated + "}").getBytes(UTF_8));
    }

    private static Problem problem(Throwable fault) {
        if (fault instanceof ProblemException expected) {
            return expected.problem();
        }
        LOG.error("counting tokens failed by a fault of ours", fault);
        return Problem.of(
                ProblemCode.INTERNAL, "Turnout could not count the tokens; its log says why.");
    }

    @Override
    public void resume() {
        reply.resume();
    }

    @Override
    public void cancel() {
        counts.letGo(prompt);
        reply.cancel();
    }
}
