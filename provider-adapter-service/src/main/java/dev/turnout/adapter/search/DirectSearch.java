package dev.turnout.adapter.search;

import dev.turnout.adapter.attempt.BodyReading;
import dev.turnout.adapter.attempt.OngoingReply;
import dev.turnout.adapter.own.OwnReply;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.search.SearchApi;
import dev.turnout.kit.log.RequestLog;
import dev.turnout.kit.reply.ReplyPipe;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.conversation.Conversation;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** One web search, from the client's request to the blocks of its answer. */
public final class DirectSearch implements OngoingReply {

    private static final Logger LOG = Logger.getLogger(DirectSearch.class);

    private final Vertx vertx;
    private final SearchApi search;
    private final ProviderCall call;
    private final Context loop;
    private final OwnReply reply;
    private Cancellable searching = () -> {};
    private boolean left;

    /** A search that has not begun, on the event loop that makes it. */
    public DirectSearch(Vertx vertx, SearchApi search, ReplyPipe pipe, ProviderCall call) {
        this.vertx = vertx;
        this.search = search;
        this.call = call;
        this.loop = vertx.getOrCreateContext();
        this.reply = new OwnReply(vertx, pipe, call, 0);
    }

    /** Searches. Fails with {@code TARGET_UNUSABLE} where the request wants more, or no search. */
    public void begin(byte[] body) {
        BodyReading.of(vertx, body, () -> Dialects.client(call.dialect()).readRequest(body))
                .onSuccess(conversation -> guarded(() -> search(conversation)))
                .onFailure(fault -> reply.fail(problem(fault)));
    }

    private void search(Conversation conversation) {
        if (left) {
            return;
        }
        var order = SearchOrder.of(conversation);
        var answer =
                new SearchAnswer(call.context().requestId(), order.text(), call.estimatedTokens());
        boolean usage = conversation.streamUsage();
        searching =
                search.search(order.query(call.context()))
                        .subscribe()
                        .with(
                                result -> tell(() -> reply.answer(answer.of(result), usage)),
                                fault -> tell(() -> fail(problem(fault), answer, usage)));
    }

    /** Another target is tried if one follows and may do better; else the client is shown why. */
    private void fail(Problem problem, SearchAnswer answer, boolean usage) {
        if (call.last()) {
            reply.answer(answer.of(problem), usage);
        } else if (problem.code() == ProblemCode.POLICY_BLOCKED) {
            // No engine is configured, which is no reason against a target that needs none.
            reply.fail(Problem.of(ProblemCode.TARGET_UNUSABLE, problem.message()));
        } else if (problem.code().retry() != ProblemCode.Retry.NEVER) {
            reply.fail(problem);
        } else {
            reply.answer(answer.of(problem), usage);
        }
    }

    /** On our event loop, whichever thread the search ended on. */
    private void tell(Runnable step) {
        loop.runOnContext(now -> guarded(step));
    }

    /** Where Vert.x would only log what is thrown, and leave the client waiting. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            reply.fail(problem(fault));
        }
    }

    private Problem problem(Throwable fault) {
        if (fault instanceof ProblemException expected) {
            LOG.infof("web search failed: %s", RequestLog.printable(expected.problem().message()));
            return expected.problem();
        }
        LOG.error("a web search failed by a fault of ours", fault);
        return Problem.of(ProblemCode.INTERNAL, "Turnout's search failed; its log says why.");
    }

    @Override
    public void resume() {
        reply.resume();
    }

    @Override
    public void cancel() {
        left = true;
        searching.cancel();
        reply.cancel();
    }
}
