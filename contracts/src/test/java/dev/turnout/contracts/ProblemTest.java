package dev.turnout.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @Test
    void travelsWithoutAStack() {
        var problem = Problem.of(ProblemCode.FORBIDDEN, "this key may not use deepseek");

        var exception = problem.asException();

        assertThat(exception.problem()).isSameAs(problem);
        assertThat(exception).hasMessage("FORBIDDEN: this key may not use deepseek");
        assertThat(exception.getStackTrace()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isAnErrorInHttp(ProblemCode code) {
        assertThat(code.status()).isBetween(400, 599);
    }

    /** Clients give up at 401, so a provider that refuses our credential must not look like it. */
    @Test
    void ourOwnCredentialIsNotTheClients() {
        assertThat(ProblemCode.PROVIDER_REFUSED_US.status()).isNotIn(401, 403);
    }
}
