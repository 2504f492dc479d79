package dev.turnout.adapter.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.adapter.own.OwnReply;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import dev.turnout.fakeprovider.grammar.ChatGrammar;
import dev.turnout.fakeprovider.grammar.ChatGrammar.Usage;
import dev.turnout.kit.reply.ReplyPipe;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoAnswerTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aStreamKeepsTheGrammar() {
        var heard = ask(Asked.of("demo/demo"), Long.MAX_VALUE).whole();

        assertThat(AnthropicGrammar.violations(heard.body())).isEmpty();
        assertThat(heard.head().headers())
                .containsExactly(new Header("content-type", "text/event-stream; charset=utf-8"));
        assertThat(heard.end().stopReason()).isEqualTo("end_turn");
        assertThat(heard.end().usage().reported()).isTrue();
        assertThat(AnthropicGrammar.promptTokens(heard.body()))
                .isEqualTo(heard.end().usage().prompt())
                .isPositive();
    }

    @Test
    void itsEventsComeOneByOneAndMayBeParted() {
        var heard = ask(Asked.of("demo/demo"), Long.MAX_VALUE).whole();

        var bytes =
                heard.frames().stream()
                        .filter(ReplyFrame.Bytes.class::isInstance)
                        .map(ReplyFrame.Bytes.class::cast)
                        .toList();
        assertThat(bytes).hasSizeGreaterThan(10).allMatch(ReplyFrame.Bytes::betweenEvents);
    }

    @Test
    void usageIsStreamedToThoseWhoAskForIt() {
        var chat =
                """
                {"model":"m","stream":true,%s"messages":[{"role":"user","content":"%s"}]}""";
        var usage = "\"stream_options\":{\"include_usage\":true},";
        try (var adapter =
                new Adapter().with(Configured.provider("demo", null, null, Map.of(), Map.of()))) {
            var asked = Asked.of("fake/demo");
            var told = adapter.ask(asked.inChat(chat.formatted(usage, "x".repeat(2 << 20))));
            var untold = adapter.ask(asked.inChat(chat.formatted("", "hi")));

            assertThat(ChatGrammar.violations(told.whole().body(), Usage.ASKED)).isEmpty();
            assertThat(ChatGrammar.violations(untold.whole().body(), Usage.NOT_ASKED)).isEmpty();
        }
    }

    @Test
    void aMessageSaysWhatItIsAndHowToGetARealOne() throws IOException {
        var heard = ask(Asked.of("demo/a \"b\"").withoutStream(), Long.MAX_VALUE).whole();

        var message = json(heard);
        assertThat(message.path("type").asText()).isEqualTo("message");
        assertThat(message.path("model").asText()).isEqualTo("a \"b\"");
        assertThat(message.path("stop_reason").asText()).isEqualTo("end_turn");
        assertThat(message.path("usage").path("output_tokens").asLong())
                .isEqualTo(heard.end().usage().output())
                .isPositive();
        assertThat(message.path("content").path(0).path("text").asText())
                .contains("demo provider", "~/.turnout/config.json", "ANTHROPIC_API_KEY");
    }

    @Test
    void itSaysNoMoreThanIsWanted() {
        var listener = ask(Asked.of("demo/demo"), 1);
        assertThat(listener.first()).isInstanceOf(ReplyFrame.Head.class);
        assertThat(listener.isOver()).isFalse();

        listener.request(Long.MAX_VALUE);

        assertThat(AnthropicGrammar.violations(listener.whole().body())).isEmpty();
    }

    @Test
    void itAnswersWhereItIsConfigured() {
        try (var adapter =
                new Adapter().with(Configured.provider("demo", null, null, Map.of(), Map.of()))) {
            var heard = adapter.ask(Asked.of("fake/demo").withoutStream()).whole();

            assertThat(heard.body()).asString(UTF_8).contains("demo provider");
        }
    }

    private Listener ask(Asked asked, long demand) {
        var reply = new AtomicReference<OwnReply>();
        var source =
                new ReplyPipe.Source() {
                    @Override
                    public void start(ReplyPipe pipe) {
                        reply.set(new OwnReply(vertx, pipe, asked.call(), 1));
                        reply.get().answer(DemoAnswer.events(model(asked), 17), true);
                    }

                    @Override
                    public void resume() {
                        reply.get().resume();
                    }

                    @Override
                    public void cancel() {
                        reply.get().cancel();
                    }
                };
        return Listener.to(vertx.getOrCreateContext(), new ReplyPipe(source), demand);
    }

    private static String model(Asked asked) {
        return asked.call().target().model();
    }

    private static JsonNode json(Listener.Heard heard) throws IOException {
        return new ObjectMapper().readTree(heard.body());
    }
}
