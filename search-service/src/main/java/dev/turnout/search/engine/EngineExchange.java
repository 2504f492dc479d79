package dev.turnout.search.engine;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.netty.channel.ConnectTimeoutException;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request to an engine and its whole answer, which ends early where nobody wants it. */
final class EngineExchange {

    /** Pages of 20 hits have some 50 KB. */
    private static final int LARGEST_ANSWER = 1 << 20;

    private final UniEmitter<? super EngineAnswer> answer;
    private final Buffer body = Buffer.buffer();

    private volatile boolean over;
    private volatile @Nullable HttpClientRequest open;

    EngineExchange(UniEmitter<? super EngineAnswer> answer) {
        this.answer = answer;
    }

    void start(Future<HttpClientRequest> connecting) {
        answer.onTermination(this::end);
        connecting.onFailure(this::fail).onSuccess(this::send);
    }

    private void send(HttpClientRequest request) {
        open = request;
        if (over) {
            // It was given up while the connection was made.
            request.reset();
            return;
        }
        request.exceptionHandler(this::fail);
        request.send().onFailure(this::fail).onSuccess(this::receive);
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(this::fail)
                .handler(
                        piece -> {
                            if (body.length() + piece.length() > LARGEST_ANSWER) {
                                fail(problem("It answered with more than 1 MB: check its url."));
                            } else {
                                body.appendBuffer(piece);
                            }
                        })
                .endHandler(
                        end -> {
                            open = null;
                            answer.complete(new EngineAnswer(response.statusCode(), body));
                        });
    }

    private void fail(Throwable fault) {
        answer.fail(fault instanceof ProblemException ? fault : unreached(fault));
    }

    /** Nobody waits any longer: a request that still runs is no use to anybody. */
    private void end() {
        over = true;
        var request = open;
        if (request != null) {
            request.reset();
        }
    }

    /** Its words name no address, for they reach the client. */
    private static ProblemException unreached(Throwable fault) {
        return problem(
                switch (fault) {
                    case ConnectTimeoutException late ->
                            "It could not be connected to in time: is it running, and is its url right?";
                    case UnknownHostException unknown -> "There is no such host: check its url.";
                    case SSLException untrusted ->
                            "No secure connection came about: check its url and its certificate.";
                    case ConnectException refused ->
                            "The connection was refused: is it running, and is its url right?";
                    default -> "It broke off without a whole answer: see its log.";
                });
    }

    private static ProblemException problem(String message) {
        return Problem.of(ProblemCode.PROVIDER_FAILED, message).asException();
    }
}
