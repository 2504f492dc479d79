package dev.turnout.cli.server;

import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Json;
import dev.turnout.contracts.config.ConfigStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks the management ports of running services. */
final class Management implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /** Whether the service takes work. */
    boolean isReady(int managementPort) {
        return get(managementPort, "/q/health/ready").isPresent();
    }

    /** How the configuration stands; empty while the service does not answer. */
    Optional<ConfigStatus> status(int managementPort) {
        return get(managementPort, "/q/turnout")
                .map(body -> Json.read(body, ConfigStatus.class, "Turnout's status"));
    }

    private Optional<String> get(int port, String path) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
