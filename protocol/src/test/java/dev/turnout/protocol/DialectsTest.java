package dev.turnout.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    void whoServesClientsReachesProvidersToo() {
        assertThat(Dialects.ofProviders()).containsAll(Dialects.ofClients());
        assertThat(Dialects.ofClients()).allMatch(Dialects::servesClients);
        assertThat(Dialects.ofProviders()).allMatch(Dialects::reachesProviders);
    }

    @Test
    void aDialectThatIsNotSpokenIsNamed() {
        for (var dialect : Dialect.values()) {
            if (!Dialects.servesClients(dialect)) {
                assertThatThrownBy(() -> Dialects.client(dialect))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertNamed(e.problem(), dialect, Dialects.ofClients()));
            }
            if (!Dialects.reachesProviders(dialect)) {
                assertThatThrownBy(() -> Dialects.provider(dialect))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertNamed(e.problem(), dialect, Dialects.ofProviders()));
            }
        }
    }

    private static void assertNamed(Problem problem, Dialect dialect, List<Dialect> spoken) {
        assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_BLOCKED);
        assertThat(problem.message())
                .contains("does not speak " + dialect.id() + " here")
                .endsWith(
                        "one of: "
                                + String.join(
                                        ", ", spoken.stream().map(Dialect::id).sorted().toList())
                                + ".");
        assertThat(Arrays.asList(Dialect.values())).containsAll(spoken);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
