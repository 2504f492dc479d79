package dev.turnout.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialectsTest {

    private static final Problem PROBLEM = Problem.of(ProblemCode.NOT_FOUND, "no such thing");

    static List<Dialect> ofClients() {
        return Dialects.ofClients();
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void clientsGetProblemsPingsAndWatchedAnswers(Dialect dialect) {
        var roles = Dialects.client(dialect);

        assertThat(text(roles.errorBody(PROBLEM, "r"))).contains("no such thing");
        assertThat(text(roles.errorEvent(PROBLEM, "r"))).contains("no such thing").endsWith("\n\n");
        assertThat(text(roles.ping())).endsWith("\n\n");
        assertThat(roles.replyReader(true).betweenEvents()).isTrue();
        assertThat(roles.replyReader(false).betweenEvents()).isFalse();
    }

    @Test
    void whoIsNotServedIsToldWhatIs() {
        assertThat(Dialects.servesClients(Dialect.GEMINI)).isFalse();
        assertThatThrownBy(() -> Dialects.client(Dialect.GEMINI))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                Problem.of(
                                                        ProblemCode.POLICY_BLOCKED,
                                                        "This version of Turnout serves no clients that speak gemini."
                                                                + " Use an endpoint of one of: anthropic, openai-chat, openai-responses.")));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
