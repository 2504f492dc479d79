package dev.turnout.adapter.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no table names, or none yet: between equal dialects it passes byte for byte, both ways;
 * between different ones it is dropped and counted.
 */
class UnknownStaysTest {

    private static final String FORM =
            "{\"model\":\"m\",%s\"max_tokens\":9,\"stream\":true,\"messages\":[%s]}";
    private static final String HELLO = "{\"role\":\"user\",\"content\":\"hi\"}";

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter();

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"field_of_2099\":{\"a\":[1,2.50,1e3,null],\"b\":\"\\u00e9\\/\"},",
                "\"context_management\":{\"edits\":[{\"type\":\"clear_all_20990101\"}]},",
                "\"thinking\":{\"type\":\"dreaming\",\"depth\":3},",
                "\"output_config\":{\"effort\":\"colossal\",\"mood\":\"calm\"},",
                "\"tools\":[{\"type\":\"teleport_20990101\",\"name\":\"x\",\"power\":9,\"defer_loading\":true}],",
                "\"tool_choice\":{\"type\":\"dice\"},  \"fallbacks\" : \"default\" ,",
                "\"betas\":[\"a\"],\"betas\":[\"b\"],",
            })
    void fieldsPassByteForByte(String field) {
        assertThat(relayed(FORM.formatted(field, HELLO))).isEqualTo(FORM.formatted(field, HELLO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"user\",\"content\":[{\"type\":\"hologram\",\"source\":{\"type\":\"beam\",\"data\":\"AA==\"}}]}",
                "{\"role\":\"oracle\",\"content\":\"hm\",\"clear_at\":\"never\"}",
                "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":[{\"type\":\"scent\",\"x\":1}]}]}",
                "{\"role\":\"assistant\",\"content\":[{\"type\":\"redacted_thinking\",\"data\":\"x\"},{\"type\":\"mcp_tool_listing\"}]}",
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\",\"cache_control\":{\"type\":\"eternal\",\"ttl\":\"9y\"},\"new\":[]}]}",
            })
    void messagesAndBlocksPassByteForByte(String message) {
        var body = FORM.formatted("", HELLO + "," + message);
        assertThat(relayed(body)).isEqualTo(body);
    }

    @Test
    void betasAndHeadersPass() {
        adapter.with(Configured.provider(upstream.url()));

        adapter.ask(
                        Asked.of("fake/m")
                                .withHeaders(
                                        List.of(
                                                new Header("anthropic-beta", "a-2099-01-01, b"),
                                                new Header("anthropic-version", "2099-01-01"),
                                                new Header("x-of-2099", "1"))))
                .whole();

        assertThat(onlyHeader("anthropic-beta")).isEqualTo("a-2099-01-01, b");
        assertThat(onlyHeader("anthropic-version")).isEqualTo("2099-01-01");
        assertThat(onlyHeader("x-of-2099")).isEqualTo("1");
    }

    @Test
    void eventsOfTheStreamPassByteForByte() {
        var stream =
                """
                : a comment
                event: message_start
                data: {"type":"message_start","new":1,"message":{"usage":{"input_tokens":3,"output_tokens":1,"iterations":[]}}}

                event: weather
                data: {"type":"weather","sky":"\\u2600"}

                event: content_block_start
                data: {"type":"content_block_start","index":0,"content_block":{"type":"hologram"}}

                id: 7
                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"photon_delta","n":1}}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"enlightened"},"usage":{"output_tokens":5}}

                event: message_stop
                data: {"type":"message_stop"}

                """;
        var headers =
                List.of(new dev.turnout.fakeprovider.Header("content-type", "text/event-stream"));
        upstream.answer(request -> new Answer.Raw(200, headers, stream.getBytes(UTF_8)));
        adapter.with(Configured.provider(upstream.url()));

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.body()).asString(UTF_8).isEqualTo(stream);
        assertThat(heard.end().stopReason()).isEqualTo("enlightened");
        assertThat(heard.end().usage().output()).isEqualTo(5);
    }

    /** A name that a client makes up is no name of a metric. */
    @Test
    void inTranslationItIsDroppedAndCounted() {
        adapter.with(Configured.speaking(Dialect.OPENAI_CHAT, upstream.openAiUrl()));
        var body =
                FORM.formatted(
                        "\"field_of_2099\":1,\"other_of_2099\":2,\"speed\":\"fast\",", HELLO);

        adapter.ask(Asked.of("fake/m").withBody(body)).whole();

        assertThat(sent()).doesNotContain("2099", "speed");
        assertThat(adapter.dropped("unknown")).isEqualTo(1);
        assertThat(adapter.dropped("speed")).isEqualTo(1);
    }

    /** The most frequent complaint about gateways: one goes and the other stays. */
    @Test
    void aQuirkTakesFieldAndBetaTogether() {
        var quirks = List.of(Quirk.NO_CONTEXT_MANAGEMENT, Quirk.NO_EFFORT);
        adapter.with(
                new ProviderConfig(
                        null,
                        Dialect.ANTHROPIC,
                        upstream.url().toString(),
                        "sk-test",
                        Map.of(),
                        quirks,
                        Map.of(),
                        true));
        var field =
                "\"output_config\":{\"effort\":\"high\"},\"context_management\":{\"edits\":[]},\"field_of_2099\":1,";

        adapter.ask(
                        Asked.of("fake/m")
                                .withBody(FORM.formatted(field, HELLO))
                                .withHeaders(
                                        List.of(
                                                new Header(
                                                        "anthropic-beta",
                                                        "a-2099-01-01,context-management-2025-06-27,effort-2025-11-24"))))
                .whole();

        assertThat(sent()).isEqualTo(FORM.formatted("\"field_of_2099\":1,", HELLO));
        assertThat(onlyHeader("anthropic-beta")).isEqualTo("a-2099-01-01");
    }

    /** What the provider gets of a body. */
    private String relayed(String body) {
        adapter.with(Configured.provider(upstream.url()));
        adapter.ask(Asked.of("fake/m").withBody(body)).whole();
        return sent();
    }

    private String sent() {
        return new String(upstream.requests().getFirst().body(), UTF_8);
    }

    private String onlyHeader(String name) {
        return upstream.requests().getFirst().header(name).orElseThrow();
    }
}
