package dev.turnout.adapter.call;

import dev.turnout.adapter.attempt.Attempt;
import dev.turnout.adapter.attempt.OngoingReply;
import dev.turnout.adapter.demo.DemoReply;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.adapter.provider.Providers;
import dev.turnout.adapter.upstream.Upstreams;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.log.RequestLog;
import dev.turnout.kit.reply.ReplyPipe;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds the provider that a call was planned for, and lets it answer. */
final class PlannedCall implements ReplyPipe.Source {

    private static final Logger LOG = Logger.getLogger(PlannedCall.class);
    private static final byte[] SENT = {};

    private final Vertx vertx;
    private final Providers providers;
    private final Upstreams upstreams;
    private final ProviderCall call;

    /** Let go of when it is sent, for an answer may take minutes. */
    private byte[] body;

    private @Nullable OngoingReply reply;
    private boolean left;

    PlannedCall(
            Vertx vertx, Providers providers, Upstreams upstreams, ProviderCall call, byte[] body) {
        this.vertx = vertx;
        this.providers = providers;
        this.upstreams = upstreams;
        this.call = call;
        this.body = body;
    }

    @Override
    public void start(ReplyPipe pipe) {
        RequestLog.mark(call.context());
        providers
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
        switch (provider) {
            case Provider.BuiltIn builtIn -> {
                var demo = new DemoReply(vertx, pipe, call, DemoReply.USUAL_GAP_MILLIS);
                reply = demo;
                demo.begin(sent);
            }
            case Provider.Remote remote when remote.dialect() != call.dialect() ->
                    refuse(pipe, untranslated(remote));
            case Provider.Remote remote -> {
                var attempt = new Attempt(vertx, upstreams, pipe, remote, call);
                reply = attempt;
                attempt.begin(sent);
            }
        }
    }

    private ProblemException untranslated(Provider.Remote remote) {
        return Problem.of(
                        ProblemCode.TARGET_UNUSABLE,
                        "Provider %s speaks %s, which this version of Turnout does not translate from %s; route to a provider that speaks %s."
                                .formatted(
                                        remote.name(),
                                        remote.dialect().id(),
                                        call.dialect().id(),
                                        call.dialect().id()))
                .asException();
    }

    private void refuse(ReplyPipe pipe, Throwable fault) {
        if (left) {
            return;
        }
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
