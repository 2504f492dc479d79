package dev.turnout.adapter.attempt;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What a fault before the first byte of an answer means. */
final class Faults {

    private Faults() {}

    /** The problem; its words name no address, for that stays in the log. */
    static Problem problem(Target target, Throwable fault) {
        return switch (fault) {
            case ProblemException expected -> expected.problem();
            case TimeoutException late -> late(target);
            case ConnectTimeoutException late -> late(target);
            case UnknownHostException unknown ->
                    failed(target, "could not be reached: no such host; check the provider's url.");
            case SSLException untrusted ->
                    failed(target, "could not be reached: no secure connection came about.");
            case NoRouteToHostException away ->
                    failed(target, "could not be reached: no way leads to its network.");
            case ConnectException refused ->
                    failed(target, "could not be reached: the connection was refused.");
            case HttpClosedException closed -> closed(target);
            case IOException reset -> closed(target);
            default -> failed(target, "sent what is no HTTP answer.");
        };
    }

    private static Problem closed(Target target) {
        return failed(target, "closed the connection without an answer.");
    }

    private static Problem late(Target target) {
        return Problem.of(
                ProblemCode.PROVIDER_TIMEOUT, target + " could not be connected to in time.");
    }

    private static Problem failed(Target target, String what) {
        return Problem.of(ProblemCode.PROVIDER_FAILED, target + " " + what);
    }
}
