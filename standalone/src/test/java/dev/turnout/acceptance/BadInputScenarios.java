package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Answered;
import dev.turnout.acceptance.client.Request;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be served is refused at once, in the client's dialect, and costs no provider. */
interface BadInputScenarios extends Scenario {

    @ParameterizedTest
    @MethodSource("dev.turnout.acceptance.BadInput#all")
    default void badInputHasItsExactAnswer(BadInput bad) throws Exception {
        // When
        var answer = send(bad);

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertThat(answer.errorType()).as(answer.text()).isEqualTo(bad.type());
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
        assertThat(answer.header("request-id")).isNotBlank();
        assertThat(answer.text())
                .doesNotContain("Exception", "\tat ", "dev.turnout", "io.vertx", "java.");
        assertThat(stage().provider().count()).isZero();
    }

    @Test
    default void afterAllBadInputGoodOnesPass() throws Exception {
        // Given
        for (var bad : BadInput.all().toList()) {
            send(bad);
        }

        // When
        var answer = stage().send(Request.stream("vendor/claude-x"));

        // Then
        assertThat(answer.tokens()).isEqualTo(20);
    }

    @Test
    default void theDeepestBodyThatIsAllowedPasses() {
        // Given
        var deepest = Request.whole("").withBody(BadInput.nested(BadInput.MOST_DEPTH));

        // When
        var answer = stage().send(deepest);

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answered send(BadInput bad) throws IOException {
        var request =
                stage().to(bad.path())
                        .method(bad.method(), BodyPublishers.ofByteArray(bad.body()))
                        .header("content-type", "application/json");
        if (!bad.key().isEmpty()) {
            var good = bad.key().equals(BadInput.GOOD_KEY);
            request.header("x-api-key", good ? stage().stack().key() : bad.key());
        }
        bad.headers().forEach(header -> request.header(header.name(), header.value()));
        return stage().client().exchange(request);
    }
}
