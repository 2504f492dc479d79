package dev.turnout.adapter.search;

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
import dev.turnout.protocol.translate.ReplyEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import org.jboss.logging.Logger;

/** One web search, from the client's request to the blocks of its answer. */
public final class DirectSearch implements OngoingReply {

    private static final Logger LOG = Logger.getLogger(DirectSearch.class);

    private final SearchApi search;
    private final ProviderCall call;
    private final Context loop;
    private final OwnReply reply;
    private Cancellable searching = () -> {};

    /** A search that has not begun, on the event loop that makes it. */
    public DirectSearch(Vertx vertx, SearchApi search, ReplyPipe pipe, ProviderCall call) {
        this.search = search;
        this.call = call;
        this.loop = vertx.getOrCreateContext();
        this.reply = new OwnReply(vertx, pipe, call, 0);
    }

    /** Searches. {@link ProblemException} where the request wants no search. */
    public void begin(byte[] body) {
        var conversation = Dialects.of(call.dialect()).readRequest(body);
        var order = SearchOrder.of(conversation);
        var answer =
                new SearchAnswer(call.context().requestId(), order.text(), call.estimatedTokens());
        boolean usage = conversation.streamUsage();
        searching =
                search.search(order.query(call.context()))
                        .subscribe()
                        .with(
                                result -> tell(answer.of(result), usage),
                                fault -> tell(answer.of(problem(fault)), usage));
    }

    private void tell(List<ReplyEvent> events, boolean usage) {
        loop.runOnContext(now -> reply.answer(events, usage));
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
        searching.cancel();
        reply.cancel();
    }
}
