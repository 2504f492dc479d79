package dev.turnout.acceptance.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.fakeprovider.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;

/**
 * A request on a socket of its own, for what an HTTP client does not let one do: sending the
 * headers of a hop, reading half an answer, leaving.
 */
public final class OpenStream implements AutoCloseable {

    private static final int HANG_MILLIS = 30_000;

    private final Socket socket;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    private OpenStream(Socket socket) {
        this.socket = socket;
    }

    /** Sends the request to {@code path} with the key, and reads nothing yet. */
    public static OpenStream send(URI gateway, String path, String key, Request request)
            throws IOException {
        var lines = new ArrayList<String>();
        var body = request.body().getBytes(UTF_8);
        lines.add("POST " + path + " HTTP/1.1");
        lines.add("host: " + gateway.getAuthority());
        lines.add("x-api-key: " + key);
        lines.add("content-type: application/json");
        lines.add("content-length: " + body.length);
        for (Header header : request.headers()) {
            lines.add(header.name() + ": " + header.value());
        }
        var socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(HANG_MILLIS);
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8));
        socket.getOutputStream().write(body);
        return new OpenStream(socket);
    }

    /** Reads until {@code text} has come; gives all that has, chunk sizes and all. */
    public String readUntil(String text) throws IOException {
        var piece = new byte[8_192];
        while (!seen.toString(UTF_8).contains(text)) {
            int read = socket.getInputStream().read(piece);
            if (read < 0) {
                throw new IOException("the answer ended before " + text + ": " + seen);
            }
            seen.write(piece, 0, read);
        }
        return seen.toString(UTF_8);
    }

    /** Reads the rest of a chunked answer; gives its body. */
    public String readToEnd() throws IOException {
        readUntil("\r\n0\r\n\r\n");
        var all = seen.toString(ISO_8859_1);
        var body = new StringBuilder();
        int at = all.indexOf("\r\n\r\n") + 4;
        while (true) {
            int line = all.indexOf("\r\n", at);
            int size = Integer.parseInt(all.substring(at, line), 16);
            if (size == 0) {
                return new String(body.toString().getBytes(ISO_8859_1), UTF_8);
            }
            body.append(all, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
