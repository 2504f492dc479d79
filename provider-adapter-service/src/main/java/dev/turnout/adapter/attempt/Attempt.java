package dev.turnout.adapter.attempt;

import dev.turnout.adapter.provider.Provider;
import dev.turnout.adapter.upstream.TargetModel;
import dev.turnout.adapter.upstream.Upstreams;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.reply.Line;
import dev.turnout.kit.reply.ReplyPipe;
import dev.turnout.protocol.dialect.ReplyReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Locale;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One try at one target. Everything happens on the event loop that began it.
 *
 * <pre>
 *   Connecting ──first meaningful event──▶ Streaming ──last byte──▶ Ended
 *       │                                      │                      ▲
 *       │ no way in, refused, an error         │ cut, silent,         │
 *       │ or nonsense first, too late          │ too late             │
 *       └──────────────── Failure ─────────────┴──── Failure ─────────┘
 * </pre>
 *
 * Until it streams nothing has reached the client, and what came is held back: another target can
 * still be tried. From then on bytes pass as the provider sent them. Where an {@code error} event
 * is among them the client knows already that the stream failed; the reply then ends with an {@link
 * ReplyFrame.End} without a stop reason, for a failure would tell it twice.
 */
public final class Attempt implements OngoingReply {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    /** Pings and comments before the first event; a provider that sends more says nothing. */
    private static final int MOST_HELD = 256 << 10;

    private final Upstreams upstreams;
    private final ReplyPipe pipe;
    private final Provider.Remote provider;
    private final ProviderCall call;
    private final Passage passage;
    private final Resilience limits;
    private final Patience patience;
    private final Line line;
    private final AttemptLog log;
    private final Consumer<Usage> told;

    private State state = new State.Connecting();

    /**
     * An attempt that has not begun.
     *
     * @param passage between the client's dialect and the provider's
     * @param pipe takes the reply
     * @param told hears what a whole answer has cost
     */
    public Attempt(
            Vertx vertx,
            Upstreams upstreams,
            Passage passage,
            ReplyPipe pipe,
            Provider.Remote provider,
            ProviderCall call,
            Consumer<Usage> told) {
        this.passage = passage;
        this.upstreams = upstreams;
        this.pipe = pipe;
        this.provider = provider;
        this.call = call;
        this.told = told;
        this.log = new AttemptLog(call);
        this.line = new Line(vertx);
        this.limits = Patience.limits(provider.limits(), call);
        this.patience =
                new Patience(
                        vertx,
                        limits,
                        call.context().deadline(),
                        limit -> guarded(() -> expired(limit)));
    }

    /** Calls the provider with the body as the client sent it. */
    public void begin(byte[] body) {
        patience.begin();
        var model = TargetModel.at(provider, call, body);
        guarded(
                () ->
                        passage.request(body)
                                .onSuccess(request -> guarded(() -> ask(request, model)))
                                .onFailure(fault -> guarded(() -> refuse(fault))));
    }

    /** What cannot be written in the provider's dialect. */
    private void refuse(Throwable fault) {
        if (fault instanceof ProblemException refused) {
            fail(refused.problem(), null);
        } else {
            throw new IllegalStateException("a request could not be written", fault);
        }
    }

    private void ask(Buffer request, String model) {
        upstreams
                .open(provider, call, model)
                .compose(opened -> send(opened, request))
                .onSuccess(response -> guarded(() -> receive(response)))
                .onFailure(fault -> guarded(() -> broken(fault)));
    }

    /** Where Vert.x would only log a fault of ours, and leave the client waiting. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error fault) {
            LOG.errorf(fault, "an attempt failed by a fault of ours");
            fail(
                    Problem.of(
                            ProblemCode.INTERNAL, "The provider adapter failed; its log says why."),
                    fault);
        }
    }

    private Future<HttpClientResponse> send(HttpClientRequest opened, Buffer body) {
        // The future tells of every fault; unheard, one of a request that we end would be logged.
        opened.exceptionHandler(fault -> {});
        if (state instanceof State.Ended) {
            opened.reset();
            return Future.failedFuture("the subscriber left");
        }
        line.sent(opened);
        return opened.send(body);
    }

    private void receive(HttpClientResponse response) {
        if (state instanceof State.Ended) {
            return;
        }
        response.exceptionHandler(fault -> guarded(() -> broken(fault)));
        log.head(response.statusCode(), ReplyHeaders.requestId(response.headers()));
        switch (handling(response)) {
            case ReplyHandling.Relayed(var reader) -> relay(response, reader);
            case ReplyHandling.Explained() -> explain(response, new Explanation(call, response));
            case ReplyHandling.Unusable(var problem) -> {
                line.answered(response, () -> {});
                fail(problem, null);
            }
        }
    }

    private ReplyHandling handling(HttpClientResponse response) {
        var headers = response.headers();
        return ReplyHandling.compressed(call, headers)
                .orElseGet(() -> passage.handling(response.statusCode(), headers));
    }

    private void relay(HttpClientResponse response, ReplyReader reader) {
        response.handler(chunk -> guarded(() -> pass(response, reader, chunk.getBytes())));
        line.answered(response, () -> guarded(() -> whole(response, reader)));
        judge(response, reader);
    }

    private void pass(HttpClientResponse response, ReplyReader reader, byte[] bytes) {
        if (state instanceof State.Ended) {
            return;
        }
        patience.heard();
        take(response, reader, reader.read(bytes));
        if (state instanceof State.Streaming) {
            if (reader.complete()) {
                patience.parting(passage.partingMillis());
            }
            if (!pipe.wantsMore()) {
                patience.waiting(false);
                response.pause();
            }
        }
    }

    /** What the client gets is held back until the answer has begun. */
    private void take(HttpClientResponse response, ReplyReader reader, byte[] bytes) {
        switch (state) {
            case State.Connecting connecting -> {
                connecting.hold(bytes);
                judge(response, reader);
            }
            case State.Streaming streaming -> {
                if (bytes.length > 0) {
                    pipe.send(new ReplyFrame.Bytes(bytes, reader.betweenEvents()));
                }
            }
            case State.Ended ended -> {}
        }
    }

    /** Whether what has been held back commits us to this target, or rules it out. */
    private void judge(HttpClientResponse response, ReplyReader reader) {
        if (!(state instanceof State.Connecting connecting)) {
            return;
        }
        var problem = reader.firstEventError(call.target());
        if (problem != null) {
            fail(problem, null);
        } else if (reader.meaningful()) {
            stream(connecting, response, reader);
        } else if (connecting.size() > MOST_HELD) {
            fail(ProblemCode.PROVIDER_FAILED, "sends on and on without beginning to answer.", null);
        }
    }

    private void stream(
            State.Connecting connecting, HttpClientResponse response, ReplyReader reader) {
        state = new State.Streaming(response, reader);
        log.begun();
        patience.begun();
        pipe.send(new ReplyFrame.Head(response.statusCode(), passage.head(response.headers())));
        var held = connecting.held().iterator();
        while (held.hasNext()) {
            var bytes = held.next();
            pipe.send(new ReplyFrame.Bytes(bytes, !held.hasNext() && reader.betweenEvents()));
        }
    }

    private void whole(HttpClientResponse response, ReplyReader reader) {
        if (state instanceof State.Ended) {
            return;
        }
        take(response, reader, reader.end());
        switch (state) {
            case State.Connecting connecting ->
                    fail(ProblemCode.PROVIDER_FAILED, "ended its answer before it began.", null);
            case State.Streaming streaming ->
                    finish(streaming, "ended its answer too early.", null);
            case State.Ended ended -> {}
        }
    }

    private void explain(HttpClientResponse response, Explanation explanation) {
        Runnable explained =
                () -> {
                    if (!(state instanceof State.Ended)) {
                        fail(explanation.problem(), null);
                    }
                };
        response.exceptionHandler(fault -> guarded(explained));
        response.handler(
                chunk -> {
                    if (explanation.read(chunk)) {
                        guarded(explained);
                    }
                });
        line.answered(response, () -> guarded(explained));
    }

    private void broken(Throwable fault) {
        switch (state) {
            case State.Connecting connecting -> fail(Faults.problem(call.target(), fault), fault);
            case State.Streaming streaming -> stop(streaming, "broke off its answer.", fault);
            case State.Ended ended -> {}
        }
    }

    private void expired(Patience.Limit limit) {
        var what =
                switch (limit) {
                    case FIRST_EVENT ->
                            "did not begin to answer within " + seconds(limits.firstEventMs());
                    case SILENCE -> "fell silent for " + seconds(limits.silenceMs());
                    case DEADLINE -> "did not answer in the time that the request had.";
                    case PARTING -> "kept its connection open.";
                };
        switch (state) {
            case State.Connecting connecting -> fail(ProblemCode.PROVIDER_TIMEOUT, what, null);
            case State.Streaming streaming -> stop(streaming, what, null);
            case State.Ended ended -> {}
        }
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s.", millis / 1000.0);
    }

    /** Nobody waits for what might still come. */
    private void stop(State.Streaming streaming, String how, @Nullable Throwable cause) {
        take(streaming.response(), streaming.reader(), streaming.reader().end());
        finish(streaming, how, cause);
    }

    /** Nothing more comes: that is the end if everything was said, and else a failure. */
    private void finish(State.Streaming streaming, String how, @Nullable Throwable cause) {
        var reader = streaming.reader();
        if (!reader.complete()) {
            fail(ProblemCode.STREAM_FAILED, how, cause);
            return;
        }
        var response = streaming.response();
        boolean failed = reader.failedInStream();
        if (!failed) {
            told.accept(reader.usage());
        }
        end(
                new ReplyFrame.End(
                        reader.usage(),
                        failed ? null : reader.stopReason(),
                        ReplyHeaders.requestId(response.headers())),
                failed ? "error-event" : response.statusCode() == 200 ? "answered" : "refused",
                null);
    }

    private void fail(ProblemCode code, String what, @Nullable Throwable cause) {
        fail(Problem.of(code, call.target() + " " + what), cause);
    }

    private void fail(Problem problem, @Nullable Throwable cause) {
        if (!(state instanceof State.Ended)) {
            end(
                    new ReplyFrame.Failure(problem, usage()),
                    problem.code().name().toLowerCase(Locale.ROOT),
                    cause);
        }
    }

    private Usage usage() {
        return state instanceof State.Streaming streaming ? streaming.reader().usage() : Usage.NONE;
    }

    private void end(ReplyFrame last, String outcome, @Nullable Throwable cause) {
        leave(outcome, cause);
        pipe.send(last);
    }

    private void leave(String outcome, @Nullable Throwable cause) {
        state = new State.Ended();
        patience.end();
        line.hangUp();
        log.ended(outcome, cause);
    }

    @Override
    public void resume() {
        if (state instanceof State.Streaming streaming) {
            patience.waiting(true);
            streaming.response().resume();
        }
    }

    @Override
    public void cancel() {
        if (!(state instanceof State.Ended)) {
            leave("cancelled", null);
        }
    }
}
