package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.gateway.admission.AdmissionStep.Decision;
import dev.turnout.gateway.admission.AdmissionStep.Reservation;
import dev.turnout.gateway.ledger.Outcome;
import dev.turnout.gateway.ledger.RequestRecord;
import dev.turnout.gateway.relay.ClientReply;
import dev.turnout.kit.log.RequestLog;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request: admission, plan, one {@link Attempt} after the other until one streams,
 * and the end. All of it happens on the event loop of the client's connection.
 */
public final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    /** The route of prompts that are too long for the others. */
    private static final String LONG_CONTEXT = "longContext";

    private final Dispatcher dispatcher;
    private final Arrival arrival;
    private final Traits traits;
    private final ClientReply reply;
    private final Context loop;
    private final Failures failures = new Failures();

    private byte @Nullable [] body;
    private @Nullable Reservation reservation;
    private List<Header> told = List.of();
    private @Nullable RoutePlan plan;
    private @Nullable Attempt attempt;
    private int tried;
    private long timer;
    private long lastWriteNanos;
    private long firstContentNanos;
    private int status;
    private boolean over;

    Exchange(Dispatcher dispatcher, Arrival arrival, byte[] body, ClientReply reply) {
        this.dispatcher = dispatcher;
        this.arrival = arrival;
        this.traits = calibrated(arrival.peek().traits());
        this.reply = reply;
        this.body = body;
        this.loop = dispatcher.vertx.getOrCreateContext();
        this.lastWriteNanos = System.nanoTime();
        this.timer =
                dispatcher.vertx.setPeriodic(dispatcher.tickMillis, tick -> guarded(this::tick));
    }

    private Traits calibrated(Traits seen) {
        return seen.estimatedAt(dispatcher.sizes.calibrated(seen.model(), seen.estimatedTokens()));
    }

    // ── before the first attempt ──

    void admit() {
        dispatcher
                .admission
                .reserve(arrival.context(), traits)
                .subscribe()
                .with(decision -> onLoop(() -> admitted(decision)), this::fault);
    }

    private void admitted(Decision decision) {
        switch (decision) {
            case Decision.Denied(var problem, var headers) -> {
                told = headers;
                end(Outcome.REJECTED, problem);
            }
            case Decision.Granted(var granted) -> {
                if (over) {
                    granted.settle(Usage.NONE);
                    return;
                }
                reservation = granted;
                told = granted.headers();
                dispatcher
                        .routing
                        .plan(new PlanRequest(arrival.context(), traits))
                        .subscribe()
                        .with(made -> onLoop(() -> planned(made)), this::fault);
            }
        }
    }

    private void planned(RoutePlan made) {
        plan = made;
        dispatcher.metrics.overhead("plan", since(arrival.readNanos()));
        next();
    }

    private void fault(Throwable fault) {
        onLoop(
                () -> {
                    if (fault instanceof ProblemException expected) {
                        var problem = expected.problem();
                        end(isOurs(problem) ? Outcome.FAILED : Outcome.REJECTED, problem);
                    } else {
                        crash(fault);
                    }
                });
    }

    private static boolean isOurs(Problem problem) {
        return problem.code() == ProblemCode.UNAVAILABLE || problem.code() == ProblemCode.INTERNAL;
    }

    // ── attempts ──

    private void next() {
        var targets = planned().targets();
        if (over) {
            return;
        }
        var target = targets.get(tried++);
        attempt = new Attempt(this, target);
        var held = body;
        if (held == null) {
            throw new IllegalStateException("the body was released before the last attempt");
        }
        dispatcher.providers.call(call(target), held).subscribe(attempt);
    }

    private ProviderCall call(Target target) {
        return new ProviderCall(
                arrival.context(),
                planned().revision(),
                target,
                tried == planned().targets().size(),
                arrival.dialect(),
                arrival.operation(),
                wantsStream(),
                arrival.query(),
                arrival.headers(),
                arrival.peek().traits().estimatedTokens(),
                arrival.peek().outline());
    }

    /** The attempt has an answer: from here on there is no other. */
    void begin(Target target, ReplyFrame.Head head) {
        RequestLog.mark(arrival.context());
        reply.begin(target, head, about());
        firstContentNanos = System.nanoTime();
        lastWriteNanos = firstContentNanos;
        status = head.status();
        body = null;
        if (reservation != null) {
            reservation.bodyReleased();
        }
    }

    void relay(ReplyFrame.Bytes bytes) {
        lastWriteNanos = System.nanoTime();
        reply.write(bytes);
    }

    ClientReply reply() {
        return reply;
    }

    /** The field means nothing in a request for vectors or a count, where it may stand too. */
    boolean wantsStream() {
        return arrival.operation() == Operation.GENERATE && traits.stream();
    }

    void complete(ReplyFrame.End done) {
        reply.end();
        learn(done.usage());
        end(outcome(done), done.usage());
    }

    /**
     * Learns the size of such prompts from whoever answers them by rights. A target that stood in
     * has another tokenizer, and so have those for long prompts: by theirs a conversation would
     * swing between two routes.
     */
    private void learn(Usage usage) {
        if (arrival.operation() == Operation.GENERATE
                && tried == 1
                && !planned().route().equals(LONG_CONTEXT)) {
            var seen = arrival.peek().traits();
            dispatcher.sizes.learn(seen.model(), seen.estimatedTokens(), usage);
        }
    }

    /** A stream without a stop reason ended in an error event, which the client has seen. */
    private Outcome outcome(ReplyFrame.End done) {
        if (status >= 400) {
            return Outcome.REFUSED_BY_PROVIDER;
        }
        return wantsStream() && done.stopReason() == null
                ? Outcome.STREAM_FAILED
                : Outcome.ANSWERED;
    }

    /** The attempt failed before it had an answer: the next target is tried, if that can help. */
    void failed(Target target, Problem problem) {
        failures.add(target, problem);
        var targets = planned().targets();
        if (problem.code().retry() != ProblemCode.Retry.NEVER && tried < targets.size()) {
            var successor = targets.get(tried);
            dispatcher.log.failedOver(target, problem.code(), successor);
            next();
        } else {
            end(Outcome.FAILED, failures.together(planned().route(), problem));
        }
    }

    /** The answer broke off after it had begun. */
    void broke(Problem problem, Usage usage) {
        end(Outcome.STREAM_FAILED, problem, usage);
    }

    // ── time and the client ──

    /** At every tick: fills silence, gives up what is dead. */
    private void tick() {
        long now = System.nanoTime();
        if (millis(now - arrival.sinceNanos()) > dispatcher.settings.deadline().toMillis()) {
            giveUp(
                    "The request took longer than the "
                            + dispatcher.settings.deadline().toSeconds()
                            + " s that this gateway waits.");
            return;
        }
        if (attempt != null) {
            attempt.checkSilence(now, dispatcher.silence);
        }
        if (!over && millis(now - lastWriteNanos) >= dispatcher.settings.ping().toMillis()) {
            lastWriteNanos = now;
            if (firstContentNanos == 0 && wantsStream()) {
                status = 200;
                reply.openAhead(toldAnd(TurnoutHeaders.of(plan)));
            }
            reply.ping();
        }
    }

    private void giveUp(String why) {
        if (attempt != null) {
            attempt.cancel();
        }
        var problem = Problem.of(ProblemCode.PROVIDER_TIMEOUT, why);
        end(firstContentNanos == 0 ? Outcome.FAILED : Outcome.STREAM_FAILED, problem);
    }

    /** The client closed the connection before the end. */
    public void clientLeft() {
        if (over) {
            return;
        }
        if (attempt != null) {
            attempt.cancel();
        }
        end(Outcome.CLIENT_LEFT, Usage.NONE);
    }

    // ── the end ──

    void crash(Throwable fault) {
        RequestLog.mark(arrival.context());
        LOG.error("a request failed by a fault of ours", fault);
        if (attempt != null) {
            attempt.cancel();
        }
        end(
                firstContentNanos == 0 ? Outcome.FAILED : Outcome.STREAM_FAILED,
                Problem.of(
                        ProblemCode.INTERNAL,
                        "The gateway failed; its log says why under this request's id."));
    }

    private void end(Outcome outcome, Problem problem) {
        end(outcome, problem, Usage.NONE);
    }

    private void end(Outcome outcome, Problem problem, Usage usage) {
        if (!over) {
            if (outcome == Outcome.REJECTED) {
                dispatcher.metrics.rejected(problem.code());
            }
            if (status == 0) {
                status = problem.code().status();
            }
            try {
                reply.fail(problem, about());
            } finally {
                end(outcome, usage);
            }
        }
    }

    private void end(Outcome outcome, Usage usage) {
        if (over) {
            return;
        }
        over = true;
        body = null;
        dispatcher.vertx.cancelTimer(timer);
        if (reservation != null) {
            reservation.settle(usage);
        }
        RequestLog.mark(arrival.context());
        dispatcher.log.ended(
                new RequestRecord(
                        arrival.context(),
                        arrival.operation(),
                        traits,
                        plan,
                        attempt == null ? null : attempt.target(),
                        tried,
                        outcome,
                        status,
                        usage,
                        firstContentNanos == 0
                                ? null
                                : Duration.ofNanos(firstContentNanos - arrival.sinceNanos()),
                        since(arrival.sinceNanos())));
    }

    private RoutePlan planned() {
        if (plan == null) {
            throw new IllegalStateException("no attempt without a plan");
        }
        return plan;
    }

    private List<Header> about() {
        return toldAnd(
                attempt == null
                        ? TurnoutHeaders.of(plan)
                        : TurnoutHeaders.of(plan, attempt.target(), tried));
    }

    private List<Header> toldAnd(List<Header> way) {
        return Stream.concat(told.stream(), way.stream()).toList();
    }

    private void onLoop(Runnable step) {
        if (dispatcher.vertx.getOrCreateContext() == loop) {
            guarded(step);
        } else {
            loop.runOnContext(moved -> guarded(step));
        }
    }

    /** Whoever calls us back has nobody to tell of a fault, and the client would wait on. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            crash(fault);
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
