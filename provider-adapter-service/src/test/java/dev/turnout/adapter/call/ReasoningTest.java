package dev.turnout.adapter.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.reasoning.LocalReasoningMemory;
import dev.turnout.adapter.reasoning.ReasoningMemory;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.fakeprovider.FakeProvider;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider thought comes back to it, whether the client keeps it or not. */
class ReasoningTest {

    private static final String THOUGHT = "The user wants \u2600 or \u2614.";

    /** The call of the fake provider's answer with its result, as clients send them. */
    private static final String CALLED =
            """
            {"model":"m","max_tokens":9,"tools":[{"name":"get_weather","input_schema":{"type":"object"}}],\
            "messages":[{"role":"user","content":"hi"},{"role":"assistant","content":[%s\
            {"type":"tool_use","id":"toolu_01FakeProviderTool0001","name":"get_weather",\
            "input":{"city":"Z\u00fcrich"}}]},{"role":"user","content":[{"type":"tool_result",\
            "tool_use_id":"toolu_01FakeProviderTool0001","content":"rain"}]}]}""";

    private final FakeProvider upstream = FakeProvider.start();
    private final Memory memory = new Memory();
    private final Adapter adapter = new Adapter(memory);

    /** Counts what it is asked, and may be away. */
    private static final class Memory implements ReasoningMemory {

        private final ReasoningMemory real = new LocalReasoningMemory();
        private final AtomicInteger recalls = new AtomicInteger();
        private volatile boolean away;

        @Override
        public Future<Map<String, String>> recall(List<String> keys) {
            recalls.incrementAndGet();
            return away ? Future.failedFuture("away") : real.recall(keys);
        }

        @Override
        public Future<Void> remember(Map<String, String> texts) {
            return away ? Future.failedFuture("away") : real.remember(texts);
        }
    }

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @Test
    void aClientThatKeepsThinkingNeedsNoMemory() throws IOException {
        adapter.with(echoing());
        var answer = ask("fake/fake-blocks", Asked.of("fake/fake-blocks").withoutStream().body());
        var thinking = answer.at("/content/0");
        assertThat(thinking.path("thinking").asText()).isEqualTo(THOUGHT);
        assertThat(thinking.path("signature").asText()).startsWith("tn1.");

        ask("fake/fake-blocks", CALLED.formatted(thinking + ",").getBytes(UTF_8));

        assertThat(sentBack()).isEqualTo(THOUGHT);
        assertThat(memory.recalls).hasValue(0);
    }

    @Test
    void aClientThatStripsThinkingIsHelpedOut() throws IOException {
        adapter.with(echoing());
        ask("fake/fake-blocks", Asked.of("fake/fake-blocks").withoutStream().body());

        ask("fake/fake-blocks", CALLED.formatted("").getBytes(UTF_8));

        assertThat(sentBack()).isEqualTo(THOUGHT);
        assertThat(memory.recalls).hasValue(1);
        assertThat(adapter.reasoning("recalled")).isEqualTo(1);
    }

    @Test
    void anotherModelGetsNothingOfIt() throws IOException {
        adapter.with(echoing());
        ask("fake/fake-blocks", Asked.of("fake/fake-blocks").withoutStream().body());

        ask("fake/m", CALLED.formatted("").getBytes(UTF_8));

        assertThat(sentBack()).isEmpty();
        assertThat(adapter.reasoning("unknown")).isEqualTo(1);
    }

    @Test
    void withoutTheMemoryItGoesOn() throws IOException {
        memory.away = true;
        adapter.with(echoing());

        ask("fake/fake-blocks", CALLED.formatted("").getBytes(UTF_8));

        assertThat(sentBack()).isEmpty();
        assertThat(adapter.reasoning("unreachable")).isEqualTo(1);
        assertThat(adapter.reasoning("not_remembered")).isEqualTo(1);
    }

    @Test
    void aProviderThatWantsNoReasoningIsNotLookedUpFor() throws IOException {
        adapter.with(Configured.speaking(Dialect.OPENAI_CHAT, upstream.openAiUrl()));

        ask("fake/fake-blocks", CALLED.formatted("").getBytes(UTF_8));

        assertThat(memory.recalls).hasValue(0);
    }

    /** Clients of chat have no place for a signature at all. */
    @Test
    void aRealSignatureComesBackFromAClientThatCannotHoldIt() {
        adapter.with(Configured.provider(upstream.url()));
        adapter.ask(
                        Asked.of("fake/fake-blocks")
                                .inChat(
                                        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\","
                                                + "\"content\":\"hi\"}]}"))
                .whole();

        adapter.ask(
                        Asked.of("fake/fake-blocks")
                                .inChat(
                                        """
                                        {"model":"m","messages":[{"role":"user","content":"hi"},\
                                        {"role":"assistant","tool_calls":[{"type":"function",\
                                        "id":"toolu_01FakeProviderTool0001","function":\
                                        {"name":"get_weather","arguments":"{\\"city\\":\\"Z\u00fcrich\\"}"}}]},\
                                        {"role":"tool","tool_call_id":"toolu_01FakeProviderTool0001",\
                                        "content":"rain"}]}"""))
                .whole();

        var content = upstream.requests().getLast().json().at("/messages/1/content");
        assertThat(content.at("/0/thinking").asText()).isEqualTo(THOUGHT);
        assertThat(content.at("/0/signature").asText()).isEqualTo("c2lnbmF0dXJl");
        assertThat(content.at("/1/type").asText()).isEqualTo("tool_use");
    }

    /** A provider that demands its reasoning back. */
    private ProviderConfig echoing() {
        return new ProviderConfig(
                null,
                Dialect.OPENAI_CHAT,
                upstream.openAiUrl().toString(),
                "sk-test",
                Map.of(),
                List.of(Quirk.ECHO_REASONING),
                Map.of(),
                true);
    }

    private JsonNode ask(String target, byte[] body) throws IOException {
        var asked = Asked.of(target).withoutStream().withBody(new String(body, UTF_8));
        return new ObjectMapper().readTree(adapter.ask(asked).whole().body());
    }

    private String sentBack() {
        var request = upstream.requests().getLast().json();
        return request.at("/messages/1/reasoning_content").asText();
    }
}
