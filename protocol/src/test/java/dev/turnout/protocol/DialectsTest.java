package dev.turnout.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.anthropic.AnthropicErrors;
import dev.turnout.protocol.anthropic.AnthropicEvents;
import dev.turnout.protocol.chat.ChatErrors;
import dev.turnout.protocol.chat.ChatEvents;
import dev.turnout.protocol.peek.HeaderLookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialectsTest {

    @Test
    void anthropicFillsEveryRole() {
        var roles = Dialects.of(Dialect.ANTHROPIC);
        var capture = Capture.of("cc-main-plain");
        var problem = Problem.of(ProblemCode.NOT_FOUND, "no such thing");

        assertThat(Dialects.speaks(Dialect.ANTHROPIC)).isTrue();
        assertThat(roles.peek(capture.body(), Operation.GENERATE, capture.headers()).traits())
                .extracting("dialect", "model")
                .containsExactly(Dialect.ANTHROPIC, "claude-opus-5-5");
        assertThat(roles.errorBody(problem, "r")).isEqualTo(AnthropicErrors.body(problem, "r"));
        assertThat(roles.errorEvent(problem, "r")).isEqualTo(AnthropicErrors.event(problem, "r"));
        assertThat(roles.errorHeaders(problem)).isEqualTo(AnthropicErrors.headers(problem));
        assertThat(roles.ping()).isEqualTo(AnthropicEvents.ping());
        assertThat(roles.isFinal(400)).isTrue();
        assertThat(roles.readError(Target.of("a/b"), 529, HeaderLookup.NONE, new byte[0]).code())
                .isEqualTo(ProblemCode.PROVIDER_OVERLOADED);
        assertThat(roles.replyReader(true).betweenEvents()).isTrue();
        assertThat(roles.replyReader(false).betweenEvents()).isFalse();
    }

    @Test
    void chatFillsTheRolesBesideTranslation() {
        var roles = Dialects.of(Dialect.OPENAI_CHAT);
        var capture = Capture.of("chat/opencode-title");
        var problem = Problem.of(ProblemCode.NOT_FOUND, "no such thing");

        assertThat(Dialects.speaks(Dialect.OPENAI_CHAT)).isTrue();
        assertThat(roles.peek(capture.body(), Operation.GENERATE, capture.headers()).traits())
                .extracting("dialect", "model")
                .containsExactly(Dialect.OPENAI_CHAT, "gw-model");
        assertThat(roles.errorBody(problem, "r")).isEqualTo(ChatErrors.body(problem, "r"));
        assertThat(roles.errorEvent(problem, "r")).isEqualTo(ChatErrors.event(problem, "r"));
        assertThat(roles.errorHeaders(problem)).isEqualTo(ChatErrors.headers(problem));
        assertThat(roles.ping()).isEqualTo(ChatEvents.ping());
        assertThat(roles.isFinal(400)).isTrue();
        assertThat(roles.readError(Target.of("a/b"), 503, HeaderLookup.NONE, new byte[0]).code())
                .isEqualTo(ProblemCode.PROVIDER_OVERLOADED);
        assertThat(roles.replyReader(true).betweenEvents()).isTrue();
        assertThat(roles.replyReader(false).betweenEvents()).isFalse();
        assertThat(roles.path(Operation.GENERATE)).isEqualTo("/chat/completions");
        assertThat(roles.path(Operation.EMBED)).isEqualTo("/embeddings");
        assertThat(roles.path(Operation.COUNT_TOKENS)).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANTHROPIC", "OPENAI_CHAT"})
    void aDialectThatIsNotSpokenIsNamed(Dialect dialect) {
        assertThat(Dialects.speaks(dialect)).isFalse();
        assertThatThrownBy(() -> Dialects.of(dialect))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.POLICY_BLOCKED);
                            assertThat(e.problem().message())
                                    .contains("does not speak " + dialect.id() + " yet")
                                    .endsWith("one of: anthropic, openai-chat.");
                        });
    }
}
