package dev.turnout.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.AnthropicWire;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar.Author;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.front.GatewayUnderTest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer reaches the client as the provider gave it. */
class RelayTest {

    private final List<byte[]> events = AnthropicWire.events(Reply.everyBlock("m"));
    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aStreamArrivesEventByEventAndByteForByte() throws Exception {
        var answer = gateway.open(GatewayUnderTest.STREAM);
        var call = gateway.provider().next().send(Frames.stream());
        for (int i = 0; i < events.size(); i++) {
            call.send(Frames.bytes(events.get(i)));
            answer.await("\n\n", i + 1);
        }
        call.send(Frames.end());

        assertThat(answer.whole()).isEqualTo(joined(events));
        assertThat(AnthropicGrammar.violations(answer.whole(), Author.PROVIDER)).isEmpty();
        assertThat(answer.head().statusCode()).isEqualTo(200);
    }

    @Test
    void bytesThatAreNoTextArriveToo() throws Exception {
        var anything = new byte[100_000];
        new Random(7).nextBytes(anything);
        var answer = gateway.open(GatewayUnderTest.PLAIN);

        gateway.provider()
                .next()
                .send(Frames.head(200, "application/octet-stream"), Frames.bytes(anything))
                .send(Frames.end());

        assertThat(answer.whole()).isEqualTo(anything);
    }

    @Test
    void aStreamIsToldNotToBeBuffered() throws Exception {
        gateway.provider()
                .reply("p/m", Frames.stream(), Frames.bytes(joined(events)), Frames.end());

        var headers = gateway.post(GatewayUnderTest.STREAM).headers();

        assertThat(headers)
                .containsEntry("content-type", "text/event-stream")
                .containsEntry("cache-control", "no-cache")
                .containsEntry("x-accel-buffering", "no");
    }

    @Test
    void theAnswerSaysWhoGaveItAndWhy() throws Exception {
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());

        var answer = gateway.post(GatewayUnderTest.PLAIN);

        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("x-turnout-route", "default")
                .containsEntry("x-turnout-target", "p/m")
                .containsEntry("x-turnout-attempts", "1")
                .containsEntry("x-turnout-revision", "7")
                .doesNotContainKey("x-accel-buffering");
        assertThat(answer.header("request-id")).startsWith("req_");
    }

    @Test
    void aProviderCannotSpeakForTheGateway() throws Exception {
        var head =
                new ReplyFrame.Head(
                        200,
                        List.of(
                                new Header("content-type", "application/json"),
                                new Header("retry-after", "9"),
                                new Header("x-turnout-route", "forged"),
                                new Header("request-id", "forged")));
        gateway.provider().reply("p/m", head, Frames.bytes("{}"), Frames.end());

        var answer = gateway.post(GatewayUnderTest.PLAIN);

        assertThat(answer.header("retry-after")).isEqualTo("9");
        assertThat(answer.headers().values()).doesNotContain("forged");
    }

    @Test
    void aNameOfAnyLetterCannotBreakTheHead() throws Exception {
        gateway.routeTo("p/模型 x\r\nx-evil: yes");
        var answer = gateway.open(GatewayUnderTest.PLAIN);
        gateway.provider().next().send(Frames.json(200), Frames.bytes("{}"), Frames.end());

        var headers = answer.head().headers();
        assertThat(headers.firstValue("x-turnout-target"))
                .contains("p/%E6%A8%A1%E5%9E%8B+x%0D%0Ax-evil%3A+yes");
        assertThat(headers.firstValue("x-evil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 422})
    void aFinalRefusalArrivesInTheProvidersOwnWords(int status) throws Exception {
        var words =
                "{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"prompt is too long\"}}";
        gateway.routeTo("p/m", "p/other");
        gateway.provider().reply("p/m", Frames.json(status), Frames.bytes(words), Frames.end());

        for (var body : List.of(GatewayUnderTest.STREAM, GatewayUnderTest.PLAIN)) {
            var answer = gateway.post(body);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(words);
            assertThat(answer.header("content-type")).isEqualTo("application/json");
        }
    }

    @Test
    void aFailureBetweenTwoEventsIsTheStreamsLastEvent() throws Exception {
        var answer = gateway.open(GatewayUnderTest.STREAM);
        broken(Frames.bytes(joined(events.subList(0, 4))));

        var text = answer.wholeText();
        assertThat(AnthropicGrammar.violations(answer.whole())).isEmpty();
        assertThat(text).contains("event: error\ndata: {\"type\":\"error\"", "\"broke off\"");
        assertThat(text).contains(answer.head().headers().firstValue("request-id").orElseThrow());
    }

    @Test
    void aFailureWithinAnEventBreaksTheConnectionAsAProviderWould() throws Exception {
        try (var client = gateway.connect()) {
            client.post(GatewayUnderTest.STREAM);
            broken(Frames.part("event: content_block_delta\ndata: {\"type\":"));

            assertThat(client.rest())
                    .contains("data: {\"type\":")
                    .doesNotContain("event: error", "\r\n0\r\n");
        }
    }

    @Test
    void aFailureWithinADocumentBreaksTheConnection() throws Exception {
        try (var client = gateway.connect()) {
            client.post(GatewayUnderTest.PLAIN);
            gateway.provider()
                    .next()
                    .send(Frames.json(200), Frames.bytes("{\"type\":\"mess"))
                    .send(Frames.failure(ProblemCode.STREAM_FAILED, "broke off"));

            assertThat(client.rest()).contains("{\"type\":\"mess").doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void aFailureWithinAnEventResetsTheStreamOfHttp2() throws Exception {
        var answer = gateway.openByHttp2(GatewayUnderTest.STREAM);
        broken(Frames.part("event: content_block_delta\ndata: {\"type\":"));

        assertThatIOException().isThrownBy(answer::whole);
    }

    private void broken(ReplyFrame bytes) throws InterruptedException {
        gateway.provider()
                .next()
                .send(Frames.stream(), bytes)
                .send(Frames.failure(ProblemCode.STREAM_FAILED, "broke off"));
    }

    private static byte[] joined(List<byte[]> parts) {
        var whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
