package dev.turnout.kit.remote;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A call to another process: a refused connection is tried again for up to a second, since a
 * service that restarts is back in a moment, and any other fault of the network becomes a problem
 * that names the callee. The answer comes on the Vert.x context of the caller, if it has one: what
 * follows belongs to that event loop.
 */
final class Reaching {

    private static final Logger LOG = Logger.getLogger(Reaching.class);

    private Reaching() {}

    static <T> Uni<T> service(String name, Supplier<Uni<? extends T>> call) {
        return Uni.createFrom().deferred(() -> reach(name, call).emitOn(callersContext()));
    }

    private static <T> Uni<T> reach(String name, Supplier<Uni<? extends T>> call) {
        return Uni.createFrom()
                .<T>deferred(call)
                .onFailure(Reaching::refused)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(200))
                .expireIn(1_000)
                .onFailure(fault -> !(fault instanceof ProblemException))
                .transform(fault -> away(name, fault));
    }

    /** A retry is made by a worker thread, and its answer would come there. */
    private static Executor callersContext() {
        var context = Vertx.currentContext();
        if (context == null) {
            return Runnable::run;
        }
        return step -> {
            if (Vertx.currentContext() == context) {
                step.run();
            } else {
                context.runOnContext(there -> step.run());
            }
        };
    }

    private static boolean refused(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException away(String name, Throwable fault) {
        LOG.warnf("the %s service cannot be reached: %s", name, fault);
        return Problem.of(
                        ProblemCode.UNAVAILABLE,
                        "the " + name + " service is away; try again in a moment",
                        1)
                .asException();
    }
}
