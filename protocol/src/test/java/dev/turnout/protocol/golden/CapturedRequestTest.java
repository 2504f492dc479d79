package dev.turnout.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.gemini.Gemini;
import dev.turnout.protocol.responses.Responses;
import dev.turnout.protocol.translate.Upstream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request recorded from Claude Code or Codex becomes one that a strict server takes. */
class CapturedRequestTest {

    private static final Set<Quirk> STRICT =
            EnumSet.of(
                    Quirk.SYSTEM_FIRST,
                    Quirk.NO_TOOL_CHOICE,
                    Quirk.NO_STREAM_OPTIONS,
                    Quirk.NO_SAMPLING,
                    Quirk.JSON_OBJECT_ONLY);

    static List<String> captures() {
        return Capture.names();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void isTakenByAServerOfOpenAis(String name) {
        var capture = Capture.of(name);
        var written =
                new Chat()
                        .writeRequest(
                                new Anthropic().readRequest(capture.body()),
                                new Upstream(
                                        Target.of("house/gpt-x"), "gpt-x", 16_384, Set.of(), true));

        var request = ChatRules.parse(written.body());
        new ChatRules(Set.of()).check(request);
        assertThat(request.path("max_tokens").asInt()).isLessThanOrEqualTo(16_384);
        assertThat(written.dropped()).doesNotContain("unknown", "messages.unknown");
        var body = capture.recorded().get("body");
        if (body.has("system")) {
            assertThat(request.at("/messages/0/role").textValue()).isEqualTo("system");
        }
        assertThat(request.toString()).doesNotContain("x-anthropic-billing-header");
        assertThat(request.path("tools")).hasSize(clientTools(body));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void isTakenByGemini(String name) {
        var capture = Capture.of(name);
        var model = "gemini-3.5-flash";
        var upstream = new Upstream(Target.of("house/" + model), model, 16_384, Set.of(), true);
        var written =
                new Gemini().writeRequest(new Anthropic().readRequest(capture.body()), upstream);

        var request = ChatRules.parse(written.body());
        GeminiEssentials.check(request);
        assertThat(request.at("/generationConfig/maxOutputTokens").asInt())
                .isLessThanOrEqualTo(16_384);
        assertThat(written.dropped()).doesNotContain("unknown", "messages.unknown");
        assertThat(request.toString()).doesNotContain("x-anthropic-billing-header", "\"$schema\"");
        assertThat(request.at("/tools/0/functionDeclarations"))
                .hasSize(clientTools(capture.recorded().get("body")));
    }

    /** All but the placeholder and what the provider would run. */
    private static int clientTools(JsonNode body) {
        int tools = 0;
        for (var tool : body.path("tools")) {
            if (!tool.has("type") && !tool.get("name").asText().equals("DeferredToolPlaceholder")) {
                tools++;
            }
        }
        return tools;
    }

    @ParameterizedTest
    @MethodSource("captures")
    void isTakenByAServerThatKnowsLittle(String name) {
        var written =
                new Chat()
                        .writeRequest(
                                new Anthropic().readRequest(Capture.of(name).body()),
                                Upstream.of("m", STRICT.toArray(Quirk[]::new)));

        var request = ChatRules.parse(written.body());
        new ChatRules(Set.of()).check(request);
        assertThat(request.has("tool_choice")).isFalse();
        assertThat(request.has("stream_options")).isFalse();
        for (int i = 1; i < request.get("messages").size(); i++) {
            assertThat(request.get("messages").get(i).get("role").textValue())
                    .isNotEqualTo("system");
        }
    }

    /** GPT-5.6 thinks, has a limit, and takes every tool but those that Anthropic would run. */
    @ParameterizedTest
    @MethodSource("captures")
    void isTakenByOpenAisNewerServer(String name) {
        var capture = Capture.of(name);
        var written =
                new Responses()
                        .writeRequest(
                                new Anthropic().readRequest(capture.body()),
                                new Upstream(
                                        Target.of("openai/gpt-5.6"),
                                        "gpt-5.6",
                                        16_384,
                                        Set.of(),
                                        true));

        var request = ChatRules.parse(written.body());
        assertThat(written.dropped()).doesNotContain("unknown", "messages.unknown");
        assertThat(request.get("store").booleanValue()).isFalse();
        assertThat(request.path("max_output_tokens").asInt(16)).isBetween(16, 16_384);
        assertThat(request.has("temperature")).isFalse();
        assertThat(request.toString()).doesNotContain("x-anthropic-billing-header");
        var body = capture.recorded().get("body");
        if (body.has("system")) {
            assertThat(request.at("/input/0/role").textValue()).isEqualTo("developer");
        }
        int searches = 0;
        for (var tool : request.path("tools")) {
            searches += tool.get("type").textValue().equals("web_search") ? 1 : 0;
        }
        assertThat(searches).isEqualTo(name.startsWith("cc-websearch-inner") ? 1 : 0);
        assertThat(request.path("tools")).hasSize(clientTools(body) + searches);
        assertThat(calls(request, "function_call"))
                .isEqualTo(calls(request, "function_call_output"));
    }

    private static List<String> calls(JsonNode request, String type) {
        var ids = new ArrayList<String>();
        for (var item : request.get("input")) {
            if (item.get("type").textValue().equals(type)) {
                assertThat(item.get("call_id").textValue()).hasSizeBetween(1, 64);
                ids.add(item.get("call_id").textValue());
            }
        }
        return ids;
    }

    static List<String> ofCodex() {
        return Resources.names("captures/responses").stream()
                .filter(file -> file.endsWith(".json"))
                .map(file -> "responses/" + file.replace(".json", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofCodex")
    void ofCodexIsTakenByAnthropic(String name) {
        var capture = Capture.of(name);
        var written =
                new Anthropic()
                        .writeRequest(
                                new Responses().readRequest(capture.body()),
                                Upstream.of("claude-opus-5-5"));

        var request = ChatRules.parse(written.body());
        AnthropicRules.check(request);
        assertThat(written.dropped()).isSubsetOf("client_metadata", "session", "tools.namespace");
        boolean codex = name.contains("codex");
        assertThat(request.path("tools")).hasSize(codex ? 13 : 0);
        assertThat(request.path("system")).hasSize(codex ? 3 : 0);
    }

    @ParameterizedTest
    @MethodSource("ofCodex")
    void ofCodexIsTakenByAServerOfOpenAisOlderDialect(String name) {
        var capture = Capture.of(name);
        var written =
                new Chat()
                        .writeRequest(
                                new Responses().readRequest(capture.body()),
                                Upstream.of("m", STRICT.toArray(Quirk[]::new)));

        var request = ChatRules.parse(written.body());
        new ChatRules(Set.of()).check(request);
        assertThat(written.dropped())
                .isSubsetOf(
                        "client_metadata",
                        "session",
                        "tools.namespace",
                        "tools.web_search",
                        "reasoning");
        assertThat(request.path("tools")).hasSize(name.contains("codex") ? 12 : 0);
    }
}
