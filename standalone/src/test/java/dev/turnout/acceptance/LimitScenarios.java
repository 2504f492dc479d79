package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Answered;
import dev.turnout.acceptance.client.Request;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Requests over the limit are told to come back, in the words that clients heed. */
interface LimitScenarios extends Scenario {

    int BURST = 5;

    @Test
    default void aKeyThatIsTooQuickIsToldToWait() throws Exception {
        // Given
        limit("key");
        for (int i = 0; i < BURST; i++) {
            assertThat(stage().send(Request.whole("vendor/claude-x")).status()).isEqualTo(200);
        }

        // When
        var answer = stage().send(Request.whole("vendor/claude-x"));
        var counted = count();

        // Then
        assertThat(counted.status()).as("counting is no request of that kind").isEqualTo(200);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.errorType()).isEqualTo("rate_limit_error");
        assertThat(answer.header("x-should-retry")).isEqualTo("true");
        assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 60);
        assertThat(stage().provider().requests()).hasSize(BURST);
    }

    @Test
    default void anAddressIsLimitedBeforeItsKeyIsLookedAt() throws Exception {
        // Given
        limit("address");
        var status = 0;

        // When
        for (int i = 0; i <= BURST; i++) {
            var guess =
                    stage().to("/v1/messages")
                            .header("x-api-key", "to_guess_" + i)
                            .POST(BodyPublishers.ofString(Request.whole("x").body()));
            status = stage().client().exchange(guess).status();
        }

        // Then
        assertThat(status).isEqualTo(429);
    }

    private Answered count() throws IOException {
        return stage().client()
                .exchange(
                        stage().to("/v1/messages/count_tokens")
                                .header("x-api-key", stage().stack().key())
                                .POST(BodyPublishers.ofString(Request.whole("chat/gpt-x").body())));
    }

    /** One request a minute behind the burst: within a test nothing comes back. */
    private void limit(String of) {
        var document = Stage.usual(stage().provider()).limit(of, 1, BURST);
        stage().stack().pushConfig(document.toString());
    }
}
