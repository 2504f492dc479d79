package dev.turnout.config.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks whether an Ollama runs on this machine, and what it has. */
public final class LocalOllama {

    private final URI address;
    private final Duration patience;

    /** Looks at Ollama's usual address, for at most 200 ms. */
    public LocalOllama() {
        this(URI.create("http://127.0.0.1:11434"), Duration.ofMillis(200));
    }

    LocalOllama(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * The names of its models that can hold a conversation, newest first; empty where no Ollama
     * answers in time. Blocks so long.
     */
    public Optional<List<String>> models() {
        try (var client = HttpClient.newBuilder().connectTimeout(patience).build()) {
            // https://docs.ollama.com/api/tags
            var tags = HttpRequest.newBuilder(address.resolve("/api/tags")).build();
            var answer = client.sendAsync(tags, BodyHandlers.ofString());
            try {
                var reply = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return reply.statusCode() == 200
                        ? Optional.of(conversational(reply.body()))
                        : Optional.empty();
            } finally {
                client.shutdownNow();
            }
        } catch (ExecutionException | TimeoutException | IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<String> conversational(String tags) throws IOException {
        var names = new ArrayList<String>();
        for (var model : new ObjectMapper().readTree(tags).path("models")) {
            var name = model.path("name").asText("");
            if (!name.isEmpty() && !name.contains("embed")) {
                names.add(name);
            }
        }
        return names;
    }
}
