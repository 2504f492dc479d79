package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that leaves is felt by the provider, whose work nobody wants any more. */
interface CancelScenarios extends Scenario {

    @ParameterizedTest
    @CsvSource({
        // half an answer has come; the rest would take five minutes
        "fake-stream-1000x300, «1»",
        // nothing has come, and nothing ever would
        "fake-hang, ''",
    })
    default void theProviderSeesThatTheClientLeft(String model, String seen) throws Exception {
        // Given
        var arrived = stage().provider().next(request -> request.model().equals(model));
        var stream = stage().open(Request.stream("vendor/" + model));
        var received = arrived.get(10, TimeUnit.SECONDS);
        if (!seen.isEmpty()) {
            stream.readUntil(seen);
        }

        // When
        var left = Instant.now();
        stream.close();

        // Then
        var felt = received.clientLeft().get(5, TimeUnit.SECONDS);
        System.out.printf(
                "the provider of %s felt the client leave after %d ms%n",
                model, Duration.between(left, felt).toMillis());
        assertThat(received.answered()).isNotDone();
    }
}
