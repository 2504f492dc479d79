package dev.turnout.gateway.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An answer that is read while it comes. */
public final class OpenAnswer {

    private final CompletableFuture<HttpResponse<InputStream>> response;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    OpenAnswer(CompletableFuture<HttpResponse<InputStream>> response) {
        this.response = response;
    }

    /** The head, once it has come. */
    public HttpResponse<InputStream> head() {
        return response.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Reads on until the body holds this text so many times. */
    public OpenAnswer await(String text, int times) throws IOException {
        var body = head().body();
        while (count(text) < times) {
            int b = body.read();
            if (b < 0) {
                throw new IOException("ended before " + text + ": " + read.toString(UTF_8));
            }
            read.write(b);
        }
        return this;
    }

    private int count(String text) {
        return read.toString(UTF_8).split(Pattern.quote(text), -1).length - 1;
    }

    /** The whole body. */
    public byte[] whole() throws IOException {
        read.write(head().body().readAllBytes());
        return read.toByteArray();
    }

    public String wholeText() throws IOException {
        return new String(whole(), UTF_8);
    }

    /** Closes the connection, or the stream of one that has several. */
    public void leave() throws IOException {
        head().body().close();
    }
}
