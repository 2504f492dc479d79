package dev.turnout.gateway.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.Locale;

/** A connection on which every byte is the test's own. */
public final class RawClient implements AutoCloseable {

    private static final int HANG_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(HANG_MILLIS);
        in = socket.getInputStream();
    }

    public RawClient send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a head: the request line, {@code Host: localhost}, and these lines. */
    public RawClient head(String requestLine, String... lines) throws IOException {
        var head = new StringBuilder(requestLine).append("\r\nHost: localhost\r\n");
        for (var line : lines) {
            head.append(line).append("\r\n");
        }
        return send(head.append("\r\n").toString());
    }

    /** Posts a message. */
    public RawClient post(String body, String... lines) throws IOException {
        var all = new String[lines.length + 1];
        all[0] = "Content-Length: " + body.getBytes(UTF_8).length;
        System.arraycopy(lines, 0, all, 1, lines.length);
        return head("POST /v1/messages HTTP/1.1", all).send(body);
    }

    /** Reads one whole answer: by its length, in chunks, or up to the end of the connection. */
    public Answer answer() throws IOException {
        return answer(true);
    }

    /** The same of a HEAD request, whose answer has no body whatever its headers say. */
    public Answer answerWithoutBody() throws IOException {
        return answer(false);
    }

    private Answer answer(boolean hasBody) throws IOException {
        var statusLine = line();
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, second) -> first + ", " + second);
        }
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        byte[] body = {};
        if (hasBody && headers.containsKey("content-length")) {
            body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
        } else if (hasBody && headers.containsKey("transfer-encoding")) {
            body = chunks();
        } else if (hasBody && status != 100) {
            body = in.readAllBytes();
        }
        return new Answer(status, headers, new String(body, UTF_8));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("closed within: " + line);
            }
            line.write(b);
        }
        return line.toString(ISO_8859_1).strip();
    }

    /** Reads on until this text has come, chunk sizes and all. */
    public void await(String text) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed before " + text + ": " + read);
            }
            read.append((char) b);
        }
    }

    /** Everything up to the end of the connection, however it ends. */
    public String rest() throws IOException {
        var read = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.write(b);
            }
        } catch (SocketException reset) {
            // As good an end as any.
        }
        return read.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
