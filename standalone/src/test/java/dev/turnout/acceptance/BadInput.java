package dev.turnout.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.acceptance.client.Request;
import dev.turnout.fakeprovider.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A request that cannot be served, and the exact answer to it. Every row is final: trying again
 * does not help.
 *
 * @param what for people
 * @param key the credential: {@link #GOOD_KEY} for one that is known
 */
@SuppressWarnings("ArrayRecordComponent") // a row of a table; nobody compares rows
record BadInput(
        String what,
        String method,
        String path,
        String key,
        List<Header> headers,
        byte[] body,
        int status,
        String type) {

    static final String GOOD_KEY = "good";

    /** The body limit, after decompression; and the depth of its JSON, root object included. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    static final int MOST_DEPTH = 128;

    private static final String FINE = Request.whole("vendor/claude-x").body();

    static Stream<BadInput> all() {
        return Stream.of(
                withKey("no key", ""),
                withKey("no key of ours", "sk-ant-api03-xyz"),
                withKey("a key that nobody has", "to_nobody_" + "x".repeat(43)),
                withKey("a known id with another secret", "to_acceptance_" + "x".repeat(43)),
                invalid("not JSON", "hello"),
                invalid("an empty body", ""),
                invalid("cut JSON", FINE.substring(0, FINE.length() / 2)),
                invalid("text behind the JSON", FINE + "x"),
                invalid("a list", "[" + FINE + "]"),
                invalid("no messages", "{\"model\":\"vendor/claude-x\",\"max_tokens\":9}"),
                invalid(
                        "no list of messages",
                        FINE.replace("\"messages\":", "\"messages\":7,\"x\":")),
                invalid(
                        "an empty list of messages",
                        FINE.replaceFirst("(?s)\\[ \\{\"role.*\\] }", "[]}")),
                invalid("no model", FINE.replace("\"model\":", "\"modell\":")),
                invalid("too deep", nested(MOST_DEPTH + 1)),
                invalid("much too deep", nested(100_000)),
                post(
                        "a provider that is not configured",
                        asking("nonsense/claude-x"),
                        400,
                        "policy_blocked"),
                post("a provider without a model", asking("vendor/"), 400, "policy_blocked"),
                post("too large", "x".repeat(MOST_BYTES + 1), 413, "request_too_large"),
                zipped("a bomb", gzip(new byte[2 * MOST_BYTES]), 413, "request_too_large"),
                zipped("a zip that is cut", cutZip(), 400, "invalid_request_error"),
                other("an unknown path", "GET", "/v1/nothing", 404, "not_found_error"),
                other("batches", "POST", "/v1/messages/batches", 404, "not_found_error"),
                other("a way up", "GET", "/v1/../../etc/passwd", 404, "not_found_error"),
                other("another method", "GET", "/v1/messages", 405, "invalid_request_error"),
                other(
                        "another method to count",
                        "PUT",
                        "/v1/messages/count_tokens",
                        405,
                        "invalid_request_error"));
    }

    /** A body that is fine but for how deep it is. */
    static String nested(int depth) {
        int lists = depth - 2;
        return FINE.replace("1.50", "[".repeat(lists) + "]".repeat(lists));
    }

    private static String asking(String model) {
        return FINE.replace("vendor/claude-x", model);
    }

    private static BadInput withKey(String what, String key) {
        return new BadInput(
                what,
                "POST",
                "/v1/messages",
                key,
                List.of(),
                FINE.getBytes(UTF_8),
                401,
                "authentication_error");
    }

    private static BadInput invalid(String what, String body) {
        return post(what, body, 400, "invalid_request_error");
    }

    private static BadInput post(String what, String body, int status, String type) {
        return new BadInput(
                what,
                "POST",
                "/v1/messages",
                GOOD_KEY,
                List.of(),
                body.getBytes(UTF_8),
                status,
                type);
    }

    private static BadInput zipped(String what, byte[] body, int status, String type) {
        var encoding = List.of(new Header("content-encoding", "gzip"));
        return new BadInput(what, "POST", "/v1/messages", GOOD_KEY, encoding, body, status, type);
    }

    private static byte[] cutZip() {
        return Arrays.copyOf(gzip(FINE.getBytes(UTF_8)), 40);
    }

    private static BadInput other(
            String what, String method, String path, int status, String type) {
        return new BadInput(
                what, method, path, GOOD_KEY, List.of(), FINE.getBytes(UTF_8), status, type);
    }

    private static byte[] gzip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    @Override
    public String toString() {
        return what;
    }
}
