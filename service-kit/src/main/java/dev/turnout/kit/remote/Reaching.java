package dev.turnout.kit.remote;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A call to another process: a refused connection is tried again for up to a second, since a
 * service that restarts is back in a moment, and any other fault of the network becomes a problem
 * that names the callee.
 */
final class Reaching {

    private static final Logger LOG = Logger.getLogger(Reaching.class);

    private Reaching() {}

    static <T> Uni<T> service(String name, Supplier<Uni<? extends T>> call) {
        return Uni.createFrom()
                .deferred(call)
                .onFailure(Reaching::refused)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(200))
                .expireIn(1_000)
                .onFailure(fault -> !(fault instanceof ProblemException))
                .transform(fault -> away(name, fault));
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
