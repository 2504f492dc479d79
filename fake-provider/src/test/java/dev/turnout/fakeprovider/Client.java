package dev.turnout.fakeprovider;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

/** Talks to a fake provider over real sockets. */
record Client(FakeProvider provider, HttpClient http) implements AutoCloseable {

    static Client of(FakeProvider provider) {
        return new Client(provider, HttpClient.newHttpClient());
    }

    /** What came back, whatever the status. */
    HttpResponse<byte[]> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(provider.url().resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    /**
     * Calls a model of Gemini's with a key.
     *
     * @param method with its model: {@code name:generateContent}
     */
    HttpResponse<byte[]> postGemini(String method, String body)
            throws IOException, InterruptedException {
        return send("POST", "/v1beta/models/" + method, body, "x-goog-api-key", "some-key");
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /** The body of an answer, which has to be JSON. */
    static JsonNode json(HttpResponse<byte[]> response) {
        return Json.tree(new String(response.body(), StandardCharsets.UTF_8));
    }

    /** A connection on which a request has been sent and nothing been read. */
    Socket open(String path, String body, String... headers) throws IOException {
        var socket = new Socket("127.0.0.1", provider.url().getPort());
        socket.setSoTimeout(5_000);
        var request =
                "POST %s HTTP/1.1\r\nhost: localhost\r\n%scontent-length: %d\r\n\r\n%s"
                        .formatted(
                                path,
                                Stream.of(headers).map(line -> line + "\r\n").collect(joining()),
                                body.length(),
                                body);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    static String readUntil(InputStream in, String text) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            var bytes = new byte[1024];
            int read = in.read(bytes);
            assertThat(read).as("bytes before the end of %s", seen).isPositive();
            seen.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
        }
        return seen.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
