package dev.turnout.adapter.call;

import dev.turnout.adapter.attempt.Attempt;
import dev.turnout.adapter.attempt.BodyReading;
import dev.turnout.adapter.attempt.OngoingReply;
import dev.turnout.adapter.attempt.Passage;
import dev.turnout.adapter.count.CountReply;
import dev.turnout.adapter.count.ProvidersCount;
import dev.turnout.adapter.demo.DemoAnswer;
import dev.turnout.adapter.own.OwnReply;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.adapter.search.DirectSearch;
import dev.turnout.adapter.upstream.TargetModel;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.log.RequestLog;
import dev.turnout.kit.reply.ReplyPipe;
import dev.turnout.protocol.Dialects;
import io.vertx.core.Future;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds the provider that a call was planned for, and lets it answer. */
final class PlannedCall implements ReplyPipe.Source {

    private static final Logger LOG = Logger.getLogger(PlannedCall.class);
    private static final byte[] SENT = {};

    private final Calls calls;
    private final ProviderCall call;

    /** Let go of when it is sent, for an answer may take minutes. */
    private byte[] body;

    private @Nullable OngoingReply reply;
    private boolean left;

    PlannedCall(Calls calls, ProviderCall call, byte[] body) {
        this.calls = calls;
        this.call = call;
        this.body = body;
    }

    @Override
    public void start(ReplyPipe pipe) {
        RequestLog.mark(call.context());
        calls.providers
                .find(call.revision(), call.target().provider())
                .onSuccess(provider -> begin(pipe, provider))
                .onFailure(fault -> refuse(pipe, fault));
    }

    private void begin(ReplyPipe pipe, Provider provider) {
        if (left) {
            return;
        }
        var sent = body;
        body = SENT;
        guarded(
                pipe,
                () -> {
                    switch (call.operation()) {
                        case COUNT_TOKENS -> count(pipe, provider, sent);
                        case GENERATE, EMBED -> answer(pipe, provider, sent);
                    }
                });
    }

    /** Where Vert.x would only log what is thrown, and leave the client waiting. */
    private void guarded(ReplyPipe pipe, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            refuse(pipe, fault);
        }
    }

    private void answer(ReplyPipe pipe, Provider provider, byte[] sent) {
        switch (provider) {
            case Provider.Remote remote -> attempt(pipe, remote, sent);
            case Provider.BuiltIn demo -> {
                checkGenerates();
                demonstrate(pipe, sent);
            }
            case Provider.WebSearch search -> {
                checkGenerates();
                var answer = new DirectSearch(calls.vertx, calls.search, pipe, call);
                reply = answer;
                answer.begin(sent);
            }
        }
    }

    private void demonstrate(ReplyPipe pipe, byte[] sent) {
        var answer = new OwnReply(calls.vertx, pipe, call, DemoAnswer.USUAL_GAP_MILLIS);
        reply = answer;
        var events = DemoAnswer.events(call.target().model(), call.estimatedTokens());
        streamUsage(sent)
                .onSuccess(usage -> guarded(pipe, () -> answer.answer(events, usage)))
                .onFailure(fault -> refuse(pipe, fault));
    }

    /** Whether the client wants usage in its stream, which OpenAI's clients have to ask for. */
    private Future<Boolean> streamUsage(byte[] sent) {
        return switch (call.dialect()) {
            case ANTHROPIC, GEMINI -> Future.succeededFuture(false);
            case OPENAI_CHAT, OPENAI_RESPONSES ->
                    BodyReading.of(
                            calls.vertx,
                            sent,
                            () -> Dialects.client(call.dialect()).readRequest(sent).streamUsage());
        };
    }

    private void attempt(ReplyPipe pipe, Provider.Remote remote, byte[] sent) {
        var model = TargetModel.at(remote, call, sent);
        var sized = calls.sizes.calibrated(call, model);
        var passage = passage(remote, sized);
        var attempt =
                new Attempt(
                        calls.vertx,
                        calls.upstreams,
                        passage,
                        pipe,
                        remote,
                        sized,
                        told(model, sent));
        reply = attempt;
        attempt.begin(sent);
    }

    /** Who learns what the prompt really was. */
    private Consumer<Usage> told(String model, byte[] sent) {
        return call.operation() == Operation.GENERATE
                ? calls.sizes.asked(call, model, sent)
                : usage -> {};
    }

    private Passage passage(Provider.Remote remote, ProviderCall asked) {
        return Passage.between(
                calls.vertx,
                calls.metrics,
                calls.reasoningKeys.seal(),
                calls.recollection,
                remote,
                asked);
    }

    /** A provider that can count is asked, for only it has its tokenizer. */
    private void count(ReplyPipe pipe, Provider provider, byte[] sent) {
        if (!(provider instanceof Provider.Remote remote)) {
            countOurselves(pipe, TargetModel.of(call, sent), sent);
            return;
        }
        var model = TargetModel.at(remote, call, sent);
        if (remote.dialect() != call.dialect()
                || Dialects.provider(remote.dialect()).path(Operation.COUNT_TOKENS, model, false)
                        == null) {
            countOurselves(pipe, model, sent);
            return;
        }
        var asked =
                new ProvidersCount(
                        pipe, () -> guarded(pipe, () -> countOurselves(pipe, model, sent)));
        reply = asked;
        asked.ask(
                inner -> {
                    var passage = passage(remote, call);
                    var attempt =
                            new Attempt(
                                    calls.vertx,
                                    calls.upstreams,
                                    passage,
                                    inner,
                                    remote,
                                    call,
                                    usage -> {});
                    attempt.begin(sent);
                    return attempt;
                });
    }

    private void countOurselves(ReplyPipe pipe, String model, byte[] sent) {
        var count = new CountReply(calls.vertx, calls.counts, calls.sizes, pipe, call, model, sent);
        reply = count;
        count.begin();
    }

    private void checkGenerates() {
        if (call.operation() != Operation.GENERATE) {
            throw Problem.of(
                            ProblemCode.TARGET_UNUSABLE,
                            call.target() + " has no embeddings; name a model that has.")
                    .asException();
        }
    }

    private void refuse(ReplyPipe pipe, Throwable fault) {
        if (fault instanceof ProblemException expected) {
            LOG.infof("call refused: target=%s code=%s", target(), expected.problem().code());
            pipe.send(new ReplyFrame.Failure(expected.problem()));
        } else {
            LOG.errorf(fault, "call failed: target=%s", target());
            pipe.send(
                    new ReplyFrame.Failure(
                            Problem.of(
                                    ProblemCode.INTERNAL,
                                    "The provider adapter failed; its log says why.")));
        }
    }

    private String target() {
        return RequestLog.printable(call.target().toString());
    }

    @Override
    public void resume() {
        if (reply != null) {
            reply.resume();
        }
    }

    @Override
    public void cancel() {
        left = true;
        if (reply != null) {
            reply.cancel();
        }
    }
}
