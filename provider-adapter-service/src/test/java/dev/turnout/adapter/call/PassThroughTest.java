package dev.turnout.adapter.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.ReceivedRequest;
import dev.turnout.fakeprovider.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A provider of the client's own dialect sees the client's bytes, and the client the provider's.
 */
class PassThroughTest {

    private static final Usage USAGE = new Usage(11, 33, 22, 44, 0, true);

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter();

    @BeforeEach
    void configure() {
        adapter.with(
                Configured.provider(
                        null,
                        upstream.url() + "/",
                        "sk-real",
                        Map.of("x-own", "o"),
                        Map.of("Coder", new ModelConfig("vendor/coder", 8_192, null))));
    }

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @Test
    void theRequestDiffersByItsEditsOnly() {
        var asked =
                Asked.of("fake/coder")
                        .withBody(
                                """
                                { "unknown" : [1.50, "\\u00fc\\/ü☀"], "model":"claude-opus-5-5",
                                  "max_tokens": 32000, "stream":true,
                                  "messages":[{"role":"system","content":"s"},{"role":"user","content":"x"}] }
                                """);

        adapter.ask(asked).whole();

        assertThat(onlyRequest().body())
                .asString(UTF_8)
                .isEqualTo(
                        """
                        { "unknown" : [1.50, "\\u00fc\\/ü☀"], "model":"vendor/coder",
                          "max_tokens": 8192, "stream":true,
                          "messages":[{"role":"system","content":"s"},{"role":"user","content":"x"}] }
                        """);
    }

    @Test
    void theRequestGoesWhereAndAsTheProviderWantsIt() {
        var headers =
                List.of(
                        new Header("anthropic-beta", "new-2099-01-01"),
                        new Header("x-api-key", "to_client"),
                        new Header("x-new", "1"));

        adapter.ask(Asked.of("fake/m").withHeaders(headers)).whole();

        var request = onlyRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/messages");
        assertThat(request.query()).isEqualTo("beta=true");
        assertThat(request.header("anthropic-beta")).contains("new-2099-01-01");
        assertThat(request.header("x-new")).contains("1");
        assertThat(request.header("x-own")).contains("o");
        assertThat(request.header("content-type")).contains("application/json");
        assertThat(request.header("content-length"))
                .contains(Integer.toString(request.body().length));
        assertThat(request.header("accept-encoding")).contains("identity");
        assertThat(request.header("host")).contains(upstream.url().getAuthority());
        assertThat(request.headers())
                .filteredOn(header -> header.name().equalsIgnoreCase("x-api-key"))
                .extracting(header -> header.value())
                .containsExactly("sk-real");
    }

    @Test
    void aStreamComesAsItWasSent() {
        upstream.answer(request -> new Answer.Dribble(Reply.everyBlock("m"), 1_000_000));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.head().status()).isEqualTo(200);
        assertThat(heard.head().headers())
                .contains(new Header("content-type", "text/event-stream; charset=utf-8"));
        assertThat(heard.body()).isEqualTo(onlyRequest().sent());
        assertThat(heard.end()).isEqualTo(new ReplyFrame.End(USAGE, "tool_use", "req_fake_1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 4096})
    void noCutOfTheNetworkShows(int chunk) {
        upstream.answer(request -> new Answer.Dribble(Reply.everyBlock("m"), chunk));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.body()).isEqualTo(onlyRequest().sent());
        assertThat(heard.end().usage()).isEqualTo(USAGE);
        assertThat(claims(heard.frames())).isSubsetOf(ends(heard.frames())).isNotEmpty();
    }

    @Test
    void pingsAndCommentsPassToo() {
        var stream =
                """
                : hello

                event: ping
                data: {"type":"ping"}

                event: message_start\r
                data:{"type":"message_start","message":{"usage":{"input_tokens":3,"output_tokens":1}}}\r
                \r
                event: future_event
                data: {"type":"future_event"}

                event: message_stop
                data: {"type":"message_stop"}

                data: [DONE]

                """;
        upstream.answer(request -> raw(200, "text/event-stream", stream.getBytes(UTF_8)));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.body()).asString(UTF_8).isEqualTo(stream);
        assertThat(heard.end().usage().input()).isEqualTo(3);
    }

    @Test
    void aMessageComesAsItWasSent() {
        upstream.answer(request -> new Answer.Message(Reply.everyBlock("m")));

        var heard = adapter.ask(Asked.of("fake/m").withoutStream()).whole();

        assertThat(heard.head())
                .isEqualTo(
                        new ReplyFrame.Head(
                                200, List.of(new Header("content-type", "application/json"))));
        assertThat(heard.body()).isEqualTo(onlyRequest().sent());
        assertThat(heard.end()).isEqualTo(new ReplyFrame.End(USAGE, "tool_use", "req_fake_1"));
    }

    @Test
    void aCountComesAsItWasSent() {
        var asked = Asked.of("fake/coder").counting();

        var heard = adapter.ask(asked).whole();

        assertThat(onlyRequest().path()).isEqualTo("/v1/messages/count_tokens");
        assertThat(onlyRequest().model()).isEqualTo("vendor/coder");
        assertThat(heard.body()).isEqualTo(onlyRequest().sent()).asString(UTF_8).contains("{");
        assertThat(heard.end().usage()).isEqualTo(Usage.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 422})
    void aFinalRefusalComesAsItWasSent(int status) {
        upstream.answer(
                request ->
                        new Answer.Status(
                                status,
                                "invalid_request_error",
                                "prompt is too long: 2 tokens > 1 maximum",
                                List.of(
                                        theirs("x-should-retry", "false"),
                                        theirs("anthropic-ratelimit-tokens-limit", "1"))));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.head())
                .isEqualTo(
                        new ReplyFrame.Head(
                                status,
                                List.of(
                                        new Header("content-type", "application/json"),
                                        new Header("x-should-retry", "false"))));
        assertThat(heard.body()).isEqualTo(onlyRequest().sent());
        assertThat(heard.end()).isEqualTo(new ReplyFrame.End(Usage.NONE, null, "req_fake_1"));
    }

    /** GLM's endpoint of Anthropic's dialect has words of its own, by which no client compacts. */
    @Test
    void anOverflowInWordsThatClientsDoNotKnowIsSaidInTheirs() throws IOException {
        var body = "{\"error\":{\"code\":\"1261\",\"message\":\"Prompt exceeds max length\"}}";
        upstream.answer(request -> Answer.json(400, body.getBytes(UTF_8)));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.head().status()).isEqualTo(400);
        var error = new ObjectMapper().readTree(heard.body()).path("error");
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText())
                .isEqualTo(
                        "prompt is too long: it exceeds the context window. fake/m (400):"
                                + " Prompt exceeds max length");
        assertThat(heard.end().stopReason()).isNull();
    }

    @Test
    void aRefusalOfAnySizeComesAsItWasSent() {
        var long400 =
                "{\"error\":{\"message\":\"maximum context length is 10 tokens\",\"x\":\"%s\"}}"
                        .formatted("y".repeat(200_000));
        upstream.answer(request -> Answer.json(400, long400.getBytes(UTF_8)));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.body()).asString(UTF_8).isEqualTo(long400);
        assertThat(heard.end().usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void anErrorEventInTheMiddleIsTheEndThatTheClientSees() {
        var stream =
                """
                event: message_start
                data: {"type":"message_start","message":{"usage":{"input_tokens":3,"output_tokens":1}}}

                event: error
                data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}

                """;
        upstream.answer(request -> raw(200, "text/event-stream", stream.getBytes(UTF_8)));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.body()).asString(UTF_8).isEqualTo(stream);
        assertThat(heard.end())
                .isEqualTo(new ReplyFrame.End(new Usage(3, 0, 0, 1, 0, true), null, "req_fake_1"));
    }

    @Test
    void anAnswerThatIsWholeEndsThoughItsConnectionDoesNot() {
        upstream.answer(request -> new Answer.StallAfter(Reply.everyBlock("m"), 1_000));

        assertThat(adapter.ask(Asked.of("fake/m")).whole().end())
                .isEqualTo(new ReplyFrame.End(USAGE, "tool_use", "req_fake_1"));
    }

    @Test
    void anAnswerThatIsWholeIsNotSpoiledByAReset() {
        upstream.answer(request -> new Answer.CutAfter(Reply.everyBlock("m"), 1_000));

        assertThat(adapter.ask(Asked.of("fake/m")).whole().end())
                .isEqualTo(new ReplyFrame.End(USAGE, "tool_use", "req_fake_1"));
    }

    @Test
    void whatComesCompressedAllTheSameIsUnpacked() throws IOException {
        var message = "{\"type\":\"message\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}";
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(message.getBytes(UTF_8));
        }
        upstream.answer(
                request ->
                        new Answer.Raw(
                                200,
                                List.of(
                                        theirs("content-type", "application/json"),
                                        theirs("content-encoding", "gzip")),
                                packed.toByteArray()));

        var heard = adapter.ask(Asked.of("fake/m").withoutStream()).whole();

        assertThat(heard.body()).asString(UTF_8).isEqualTo(message);
        assertThat(heard.end().usage()).isEqualTo(new Usage(1, 0, 0, 2, 0, true));
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() {
        adapter.ask(Asked.of("fake/m")).whole();
        adapter.ask(Asked.of("fake/m").withoutStream()).whole();
        adapter.ask(Asked.of("fake/fake-status-429")).whole();
        adapter.ask(Asked.of("fake/m")).whole();

        assertThat(upstream.requests())
                .hasSize(4)
                .noneMatch(request -> request.clientLeft().isDone());
    }

    private ReceivedRequest onlyRequest() {
        assertThat(upstream.requests()).hasSize(1);
        return upstream.requests().getFirst();
    }

    private static dev.turnout.fakeprovider.Header theirs(String name, String value) {
        return new dev.turnout.fakeprovider.Header(name, value);
    }

    private static Answer raw(int status, String type, byte[] body) {
        return new Answer.Raw(status, List.of(theirs("content-type", type)), body);
    }

    /** How long the body is wherever a frame claims to end between two events. */
    private static List<Integer> claims(List<ReplyFrame> frames) {
        var places = new ArrayList<Integer>();
        int length = 0;
        for (var frame : frames) {
            if (frame instanceof ReplyFrame.Bytes(var payload, var betweenEvents)) {
                length += payload.length;
                if (betweenEvents) {
                    places.add(length);
                }
            }
        }
        return places;
    }

    /** How long the body is behind each of its blank lines. */
    private static List<Integer> ends(List<ReplyFrame> frames) {
        var body = new String(new Listener.Heard(frames).body(), ISO_8859_1);
        return Pattern.compile("\n\n").matcher(body).results().map(MatchResult::end).toList();
    }
}
