package dev.turnout.gateway.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input has its exact answer, and the adapter hears of none. */
class BadInputTest {

    private static final int LIMIT = 32 << 20;

    private static GatewayUnderTest gateway;

    /** Reads every body away from the event loop. */
    private static GatewayUnderTest careful;

    @BeforeAll
    static void start() {
        gateway = GatewayUnderTest.start();
        careful = GatewayUnderTest.of(Settings.USUAL.withBigBody(0)).start();
    }

    @AfterAll
    static void stop() {
        assertThat(gateway.provider().isIdle()).isTrue();
        assertThat(careful.provider().isIdle()).isTrue();
        gateway.close();
        careful.close();
    }

    /** A body, and the beginning of the message that it gets. */
    static final List<Arguments> INVALID =
            List.of(
                    Arguments.of("", "The body is"),
                    Arguments.of("   ", "The body is"),
                    Arguments.of("hello", "The body is not usable JSON: "),
                    Arguments.of("{\"model\":\"m\",", "The body is not usable JSON: "),
                    Arguments.of("{\"model\":\"m\"} {}", "The body is not usable JSON: "),
                    Arguments.of("[]", "The body is an array."),
                    Arguments.of("\"text\"", "The body is a string."),
                    Arguments.of("null", "The body is null."),
                    Arguments.of("{}", "model: Field required."),
                    Arguments.of("{\"messages\":[]}", "messages: "),
                    Arguments.of(
                            "{\"model\":7,\"messages\":[]}", "model: Input should be a string"),
                    Arguments.of("{\"model\":\"m\"}", "messages: Field required."),
                    Arguments.of("{\"model\":\"m\",\"messages\":{}}", "messages: "),
                    Arguments.of("{\"model\":\"m\",\"messages\":[]}", "messages: "),
                    Arguments.of(nested(127), "The body is not usable JSON: it nests deeper"));

    @ParameterizedTest
    @FieldSource("INVALID")
    void whatIsNoRequestIsInvalid(String body, String message) throws Exception {
        for (var either : List.of(gateway, careful)) {
            var answer = either.post(body).isRefusal(400, "invalid_request_error", false);

            assertThat(answer.message()).startsWith(message);
        }
    }

    @Test
    void depth128IsTheLastThatPasses() throws Exception {
        try (var open = GatewayUnderTest.start();
                var client = open.connect()) {
            client.post(nested(126));

            assertThat(open.provider().next().body()).hasSize(nested(126).length());
        }
    }

    /** A request whose messages nest so deep; the object around them is one more. */
    private static String nested(int arrays) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"x\":"
                + "[".repeat(arrays + 1)
                + "]".repeat(arrays + 1)
                + "}";
    }

    @Test
    void bytesThatAreNoTextAreInvalid() throws Exception {
        var request = gateway.request("/v1/messages");

        gateway.send(request.POST(BodyPublishers.ofByteArray(new byte[] {'{', (byte) 0xff})))
                .isRefusal(400, "invalid_request_error", false);
    }

    @Test
    void aBodyOverTheLimitIsTooLargeBeforeItIsSent() throws Exception {
        try (var client = gateway.connect()) {
            client.head("POST /v1/messages HTTP/1.1", "Content-Length: " + (LIMIT + 1));

            tooLarge(client.answer());
        }
    }

    static Stream<Function<byte[], HttpRequest.Builder>> largeInDifferentWays() {
        return Stream.of(
                bytes -> post(BodyPublishers.ofByteArray(bytes)),
                bytes -> post(BodyPublishers.ofByteArrays(List.of(bytes))),
                bytes ->
                        post(BodyPublishers.ofByteArray(gzip(bytes)))
                                .header("content-encoding", "gzip"));
    }

    private static HttpRequest.Builder post(HttpRequest.BodyPublisher body) {
        return gateway.request("/v1/messages").POST(body);
    }

    @ParameterizedTest
    @MethodSource("largeInDifferentWays")
    void aBodyOverTheLimitIsTooLargeHoweverItComes(Function<byte[], HttpRequest.Builder> way)
            throws Exception {
        tooLarge(gateway.send(way.apply(new byte[LIMIT + 1])));

        // The limit itself is read, and found to be no JSON.
        gateway.send(way.apply(new byte[LIMIT])).isRefusal(400, "invalid_request_error", false);
    }

    @Test
    void aBombIsTooLargeAndNotUnpacked() throws Exception {
        try (var client = gateway.connect()) {
            var bomb = gzip(new byte[4 * LIMIT]);
            client.head(
                            "POST /v1/messages HTTP/1.1",
                            "Content-Encoding: gzip",
                            "Content-Length: " + bomb.length)
                    .send(bomb);

            tooLarge(client.answer());
            // What is unpacked to be thrown away has an end as well.
            assertThat(client.rest()).isEmpty();
        }
    }

    private static void tooLarge(Answer answer) {
        answer.isRefusal(413, "request_too_large", false);
        assertThat(answer.message())
                .isEqualTo("Request exceeds the maximum size of 32 MB, after decompression.");
    }

    @Test
    void anEncodingThatIsNotKnownIsInvalid() throws Exception {
        var answer =
                gateway.send(
                        gateway.message(GatewayUnderTest.PLAIN)
                                .header("content-encoding", "compress"));

        answer.isRefusal(400, "invalid_request_error", false);
        assertThat(answer.message()).startsWith("The content-encoding is not supported");
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBodyThatIsNotInItsEncodingIsInvalid(String encoding, byte[] body) throws Exception {
        try (var client = gateway.connect()) {
            client.head(
                            "POST /v1/messages HTTP/1.1",
                            "Content-Encoding: " + encoding,
                            "Content-Length: " + body.length)
                    .send(body);

            client.answer().isRefusal(400, "invalid_request_error", false);
        }
    }

    static Stream<Arguments> brokenBodies() {
        var plain = GatewayUnderTest.PLAIN.getBytes(UTF_8);
        var cut = gzip(plain);
        cut = Arrays.copyOf(cut, cut.length / 2);
        return Stream.of(
                Arguments.of("gzip", plain),
                Arguments.of("gzip", cut),
                Arguments.of("deflate", plain));
    }

    @Test
    void anIdenticalEncodingIsNone() throws Exception {
        gateway.send(gateway.message("[]").header("content-encoding", "identity"))
                .isRefusal(400, "invalid_request_error", false);
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }
}
