package dev.turnout.acceptance.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Whether a service says that it is ready. */
final class Readiness {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {}

    /** What is missing, as what follows the name of the service; empty when it is ready. */
    static Optional<String> missing(URI management) {
        var ready =
                HttpRequest.newBuilder(management.resolve("/q/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            var answer = CLIENT.send(ready, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.empty()
                    : Optional.of(" is not ready: " + answer.body());
        } catch (IOException notYet) {
            return Optional.of(" does not answer: " + notYet);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + management + " started", e);
        }
    }
}
