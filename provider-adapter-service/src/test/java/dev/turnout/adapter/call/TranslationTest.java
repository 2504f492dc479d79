package dev.turnout.adapter.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.Block;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.ReceivedRequest;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import dev.turnout.fakeprovider.grammar.ChatGrammar;
import dev.turnout.fakeprovider.grammar.ChatGrammar.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider of another dialect gets its own, and the client the client's. */
class TranslationTest {

    private static final String CHAT =
            "{\"model\":\"m\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter();

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @Test
    void aStreamOfChatBecomesMessages() {
        var heard = toChat(Asked.of("fake/fake-blocks")).whole();

        assertThat(AnthropicGrammar.violations(heard.body())).isEmpty();
        assertThat(heard.body()).asString(UTF_8).contains("get_weather", "thinking_delta");
        assertThat(heard.end().stopReason()).isEqualTo("tool_use");
        assertThat(heard.end().usage().prompt()).isEqualTo(11 + 22 + 33);
        assertThat(heard.end().usage().output()).isEqualTo(44);
        assertThat(heard.head().headers())
                .containsExactly(new Header("content-type", "text/event-stream; charset=utf-8"));
        assertThat(heard.frames())
                .filteredOn(ReplyFrame.Bytes.class::isInstance)
                // What was held back comes at once: nobody puts anything in there.
                .last()
                .satisfies(
                        frame -> assertThat(((ReplyFrame.Bytes) frame).betweenEvents()).isTrue());
    }

    /** Clients show the first number; a target whose answers are known has a better one. */
    @Test
    void theFirstEventsEstimateIsLearnedFromAnswers() throws IOException {
        var asked =
                Asked.of("fake/m")
                        .withBody(
                                "{\"model\":\"m\",\"max_tokens\":9,\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                                        .formatted("x".repeat(6_860)));
        long estimate = asked.call().estimatedTokens();
        var usage = new Reply.Usage((int) (3 * estimate / 2), 0, 0, 5);
        var reply = new Reply("m", List.of(new Block.Text(List.of("Hello"))), "end_turn", usage);
        upstream.answer(request -> Answer.to(request, reply));

        assertThat(toldAtFirst(toChat(asked).whole())).isEqualTo(estimate);
        assertThat(toldAtFirst(toChat(asked).whole())).isCloseTo(5 * estimate / 4, within(1L));
    }

    @Test
    void aDocumentOfChatBecomesAMessage() throws IOException {
        var heard = toChat(Asked.of("fake/fake-blocks").withoutStream()).whole();

        assertThat(json(heard).at("/content/2/name").asText()).isEqualTo("get_weather");
        assertThat(json(heard).path("stop_reason").asText()).isEqualTo("tool_use");
        assertThat(heard.head().headers())
                .containsExactly(new Header("content-type", "application/json"));
    }

    @Test
    void aStreamOfMessagesBecomesChat() {
        var heard = toAnthropic(CHAT.formatted(true), "fake-blocks").whole();

        assertThat(ChatGrammar.violations(heard.body(), Usage.NOT_ASKED)).isEmpty();
        assertThat(heard.body()).asString(UTF_8).contains("get_weather", "\"tool_calls\"");
        assertThat(heard.end().usage().prompt()).isEqualTo(11 + 22 + 33);
    }

    @Test
    void aDocumentOfMessagesBecomesACompletion() throws IOException {
        var heard = toAnthropic(CHAT.formatted(false), "claude-x").whole();

        assertThat(json(heard).path("object").asText()).isEqualTo("chat.completion");
        assertThat(json(heard).at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(json(heard).at("/usage/prompt_tokens").asInt()).isEqualTo(11 + 22 + 33);
    }

    @Test
    void theProviderSeesNothingOfTheClientsDialect() {
        var headers =
                List.of(
                        new Header("anthropic-version", "2023-06-01"),
                        new Header("anthropic-beta", "new-2099-01-01"),
                        new Header("x-claude-code-session-id", "s"));

        toChat(Asked.of("fake/m").withHeaders(headers)).whole();

        var request = onlyRequest();
        assertThat(request.path()).isEqualTo("/v1/chat/completions");
        assertThat(request.query()).isEmpty();
        assertThat(request.json().path("model").asText()).isEqualTo("m");
        assertThat(request.json().at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(request.header("authorization")).contains("Bearer sk-test");
        assertThat(request.headers())
                .extracting(header -> header.name().toLowerCase(Locale.ROOT))
                .noneMatch(name -> name.startsWith("anthropic") || name.startsWith("x-claude"));
    }

    @Test
    void geminiIsAskedByThePath() {
        adapter.with(Configured.speaking(Dialect.GEMINI, upstream.url()));

        adapter.ask(Asked.of("fake/gemini-3.5-flash")).whole();

        var request = onlyRequest();
        assertThat(request.path())
                .isEqualTo("/v1beta/models/gemini-3.5-flash:streamGenerateContent");
        assertThat(request.query()).isEqualTo("alt=sse");
        assertThat(request.header("x-goog-api-key")).contains("sk-test");
        assertThat(request.header("authorization")).isEmpty();
        assertThat(request.json().at("/contents/0/role").asText()).isEqualTo("user");
        assertThat(request.json().has("model")).isFalse();
    }

    @Test
    void routingTagsAreCutOut() {
        var body =
                """
                {"model":"m","max_tokens":9,"stream":true,"system":[{"type":"text","text":\
                "Be brief. <CCR-SUBAGENT-MODEL>p/m</CCR-SUBAGENT-MODEL>Now."}],\
                "messages":[{"role":"user","content":"hi"}]}""";

        toChat(Asked.of("fake/*").withBody(body)).whole();

        assertThat(onlyRequest().json().at("/messages/0/content").toString())
                .contains("Be brief. Now.");
        assertThat(onlyRequest().json().path("model").asText()).isEqualTo("m");
    }

    @Test
    void whatComesCompressedIsNoAnswer() {
        var headers =
                List.of(
                        new dev.turnout.fakeprovider.Header("content-type", "text/event-stream"),
                        new dev.turnout.fakeprovider.Header("content-encoding", "zzz"));
        upstream.answer(request -> new Answer.Raw(200, headers, "data: {}".getBytes(UTF_8)));

        var heard = toChat(Asked.of("fake/m")).whole();

        assertThat(heard.problem().code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(heard.problem().message()).contains("compressed");
    }

    @Test
    void theClientsOwnModelIsSentWhereTheTargetLeavesItOpen() {
        toChat(Asked.of("fake/*")).whole();

        assertThat(onlyRequest().json().path("model").asText()).isEqualTo("claude-opus-5-5");
    }

    @ParameterizedTest
    @CsvSource({
        "fake-status-401, PROVIDER_REFUSED_US",
        "fake-status-429, PROVIDER_RATE_LIMITED",
        "fake-status-500, PROVIDER_ERROR",
        "fake-status-503, PROVIDER_OVERLOADED",
        "fake-too-long-200000, PROMPT_TOO_LONG",
        "fake-first-event-error, PROVIDER_ERROR",
        "fake-html-200, PROVIDER_FAILED"
    })
    void whatIsNoAnswerIsAProblem(String model, ProblemCode expected) {
        var heard = toChat(Asked.of("fake/" + model)).whole();

        assertThat(heard.frames()).hasSize(1);
        assertThat(heard.problem().code()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-cut-6", "fake-end-6"})
    void aStreamThatBreaksOffFails(String model) {
        var heard = toChat(Asked.of("fake/" + model)).whole();

        assertThat(heard.problem().code()).isEqualTo(ProblemCode.STREAM_FAILED);
        assertThat(heard.body())
                .asString(UTF_8)
                .contains("text_delta")
                .doesNotContain("block_stop");
    }

    @Test
    void aServerThatKeepsItsConnectionOpenBehindTheEndIsLeft() {
        // The role, twenty tokens, the finish reason: then nothing, not even the usage.
        var heard = toChat(Asked.of("fake/fake-stall-22")).whole();

        assertThat(AnthropicGrammar.violations(heard.body())).isEmpty();
        assertThat(heard.end().stopReason()).isEqualTo("end_turn");
    }

    @Test
    void aDocumentInPlaceOfAStreamIsStreamed() {
        upstream.answer(request -> new Answer.Message(Reply.everyBlock("m")));

        var heard = toChat(Asked.of("fake/m")).whole();

        assertThat(AnthropicGrammar.violations(heard.body())).isEmpty();
        assertThat(heard.end().stopReason()).isEqualTo("tool_use");
    }

    @Test
    void embeddingsAreRelayed() {
        adapter.with(Configured.speaking(Dialect.OPENAI_CHAT, upstream.openAiUrl()));

        var heard = adapter.ask(Asked.of("fake/e").embedding()).whole();

        assertThat(onlyRequest().path()).isEqualTo("/v1/embeddings");
        assertThat(heard.body()).isEqualTo(onlyRequest().sent());
        assertThat(heard.end().usage().prompt()).isPositive();
    }

    @Test
    void aProviderWithoutEmbeddingsIsPassedOver() {
        adapter.with(Configured.provider(upstream.url()));

        var heard = adapter.ask(Asked.of("fake/e").embedding()).whole();

        assertThat(heard.problem().code()).isEqualTo(ProblemCode.TARGET_UNUSABLE);
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    void whatIsDroppedIsCounted() {
        var body =
                "{\"model\":\"m\",\"max_tokens\":9,\"inference_geo\":\"eu\",\"stream\":true,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

        toChat(Asked.of("fake/m").withBody(body)).whole();

        assertThat(onlyRequest().json().has("inference_geo")).isFalse();
        assertThat(adapter.dropped("inference_geo")).isEqualTo(1);
    }

    private static long toldAtFirst(Listener.Heard heard) throws IOException {
        var first = new String(heard.body(), UTF_8).lines().skip(1).findFirst().orElseThrow();
        return new ObjectMapper()
                .readTree(first.substring("data: ".length()))
                .at("/message/usage/input_tokens")
                .asLong();
    }

    private Listener toChat(Asked asked) {
        adapter.with(Configured.speaking(Dialect.OPENAI_CHAT, upstream.openAiUrl()));
        return adapter.ask(asked);
    }

    private Listener toAnthropic(String chat, String model) {
        adapter.with(Configured.provider(upstream.url()));
        return adapter.ask(Asked.of("fake/" + model).inChat(chat));
    }

    private ReceivedRequest onlyRequest() {
        assertThat(upstream.requests()).hasSize(1);
        return upstream.requests().getFirst();
    }

    private static JsonNode json(Listener.Heard heard) throws IOException {
        return new ObjectMapper().readTree(heard.body());
    }
}
