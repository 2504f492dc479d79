package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Request;
import dev.turnout.acceptance.stack.Service;
import dev.turnout.acceptance.stack.StandaloneStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite on one JVM, and what holds only there. */
class StandaloneAcceptanceIT extends AcceptanceSuite {

    StandaloneAcceptanceIT() {
        super(StandaloneStack::start);
    }

    @ParameterizedTest
    @MethodSource({
        "dev.turnout.acceptance.InternalPath#all",
        "dev.turnout.acceptance.InternalPath#waysRound"
    })
    void internalPathsAreNotThere(InternalPath internal) throws Exception {
        // When
        var answer = internal.call(stage(), "x-turnout-service-secret", "anything");

        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorType()).isEqualTo("not_found_error");
    }

    @Test
    void theLogBearsTheRequestId() {
        // When
        var answer = stage().send(Request.stream("vendor/claude-x"));

        // Then
        stage().awaitLogged(Service.GATEWAY, answer.header("request-id"));
    }

    @Test
    void afterAKillItStartsAsItWas() {
        // Given
        stage().stack().kill(Service.GATEWAY);

        // When
        stage().stack().restart(Service.GATEWAY);

        // Then
        assertThat(stage().send(Request.stream("claude-x")).tokens()).isEqualTo(20);
    }
}
