package dev.turnout.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalOllamaTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsTheModelsThatConverse() {
        answer(
                200,
                "{\"models\": [{\"name\": \"qwen3-coder:30b\"}, {\"name\": \"nomic-embed-text\"}, {}]}");

        assertThat(ollama().models()).contains(List.of("qwen3-coder:30b"));
    }

    @Test
    void anotherServerThereIsNoOllama() {
        answer(404, "not found");

        assertThat(ollama().models()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoJsonIsNoOllama() {
        answer(200, "<html>");

        assertThat(ollama().models()).isEmpty();
    }

    @Test
    void nobodyThereIsNoOllama() {
        var address = ollama();
        server.stop(0);

        assertThat(address.models()).isEmpty();
    }

    private LocalOllama ollama() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new LocalOllama(address, Duration.ofMinutes(1));
    }

    private void answer(int status, String body) {
        server.createContext(
                "/api/tags",
                exchange -> {
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
