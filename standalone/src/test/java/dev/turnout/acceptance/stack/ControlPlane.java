package dev.turnout.acceptance.stack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.Acknowledgement.Outcome;
import dev.turnout.contracts.config.ConfigStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What the control plane says about who serves from which revision. */
final class ControlPlane {

    private static final Duration TAKE_OVER = Duration.ofSeconds(60);

    /** The services that serve from the configuration, as they name themselves. */
    private static final Set<String> SERVING = Set.of("gateway", "routing", "adapter", "search");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final URI status;

    ControlPlane(URI management) {
        this.status = management.resolve("/q/turnout");
    }

    ConfigStatus status() {
        try {
            return ask();
        } catch (IOException e) {
            throw new AssertionError(status + " does not answer", e);
        }
    }

    /** Waits until every replica has applied a revision of at least {@code least}; gives it. */
    long awaitApplied(long least) {
        var revision = new AtomicLong();
        Await.until(
                TAKE_OVER,
                () -> {
                    try {
                        var now = ask();
                        revision.set(now.revision());
                        return missing(now, least);
                    } catch (IOException notYet) {
                        return Optional.of(status + " does not answer: " + notYet);
                    }
                });
        return revision.get();
    }

    private ConfigStatus ask() throws IOException {
        var request = HttpRequest.newBuilder(status).timeout(Duration.ofSeconds(5)).build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(status + " answered " + answer.statusCode());
            }
            return json.readValue(answer.body(), ConfigStatus.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Optional<String> missing(ConfigStatus now, long least) {
        if (now.revision() < least) {
            return Optional.of("revision " + least + "; refused for " + now.lastErrors());
        }
        var absent = new TreeSet<>(SERVING);
        var behind =
                now.replicas().stream()
                        .peek(replica -> absent.remove(replica.service()))
                        .filter(replica -> !isApplied(replica, now.revision()))
                        .collect(Collectors.toList());
        return absent.isEmpty() && behind.isEmpty()
                ? Optional.empty()
                : Optional.of(words(now.revision(), List.copyOf(absent), behind));
    }

    private static boolean isApplied(Acknowledgement replica, long revision) {
        return replica.outcome() == Outcome.APPLIED && replica.revision() == revision;
    }

    private static String words(long revision, List<String> absent, List<Acknowledgement> behind) {
        return "revision " + revision + " not acknowledged by " + absent + ", behind: " + behind;
    }
}
