package dev.turnout.search.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** A whole answer of an engine over HTTP. */
record EngineAnswer(int status, Buffer body) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The body of a good answer; a problem for any other status, and for what is no JSON. */
    JsonNode json() {
        if (status != 200) {
            throw refused();
        }
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException noJson) {
            throw problem(
                    ProblemCode.PROVIDER_FAILED,
                    "It answered with what is no JSON: check its url, and whether a proxy stands between.");
        }
    }

    private ProblemException refused() {
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                    problem(
                            ProblemCode.PROVIDER_FAILED,
                            "It redirects (status %d): configure the url that it leads to."
                                    .formatted(status));
            case 401, 403 ->
                    problem(
                            ProblemCode.PROVIDER_REFUSED_US,
                            "It refuses us (status %d): check what it wants for access."
                                    .formatted(status));
            case 404 ->
                    problem(
                            ProblemCode.PROVIDER_FAILED,
                            "It knows no such page (status 404): check its url.");
            case 429 ->
                    problem(
                            ProblemCode.PROVIDER_RATE_LIMITED,
                            "It is asked too often (status 429): raise its limit, or add another engine.");
            default ->
                    problem(
                            status >= 500
                                    ? ProblemCode.PROVIDER_ERROR
                                    : ProblemCode.PROVIDER_FAILED,
                            "It answered with status %d: see its log.".formatted(status));
        };
    }

    private static ProblemException problem(ProblemCode code, String message) {
        return Problem.of(code, message).asException();
    }
}
