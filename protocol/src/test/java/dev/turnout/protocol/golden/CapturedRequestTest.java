package dev.turnout.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.gemini.Gemini;
import dev.turnout.protocol.translate.Upstream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request recorded from Claude Code becomes one that a strict server takes. */
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
}
