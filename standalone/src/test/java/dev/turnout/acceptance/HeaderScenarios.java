package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.OpenStream;
import dev.turnout.acceptance.client.Request;
import dev.turnout.acceptance.stack.Stack;
import dev.turnout.fakeprovider.Header;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers pass, which are replaced, which stop at the door. */
interface HeaderScenarios extends Scenario {

    @Test
    default void headersOfTheDialectAndUnknownOnesPass() {
        // Given
        var request =
                Request.stream("vendor/claude-x")
                        .with("anthropic-version", "2023-06-01")
                        .with("anthropic-beta", "claude-code-20250219,nobody-knows-2031-01-01")
                        .with("x-claude-code-session-id", "a-session")
                        .with("x-of-tomorrow", "one, two");

        // When
        stage().send(request);

        // Then
        for (var header : request.headers()) {
            assertThat(stage().received().header(header.name())).hasValue(header.value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor", "other"})
    default void theClientsCredentialIsReplacedByTheProviders(String provider) {
        // Given
        var key = stage().stack().key();
        var request = Request.stream(provider + "/claude-x").with("authorization", "Bearer " + key);

        // When
        stage().send(request);

        // Then
        var values = stage().received().headers().stream().map(Header::value).toList();
        assertThat(values).anyMatch(value -> value.endsWith(Stack.PROVIDER_KEY));
        assertThat(values).noneMatch(value -> value.contains(key));
    }

    @Test
    default void headersOfTheHopAndOurOwnStopAtTheDoor() throws Exception {
        // Given
        var request =
                Request.stream("vendor/claude-x")
                        .with("connection", "keep-alive, x-of-this-hop")
                        .with("x-of-this-hop", "1")
                        .with("keep-alive", "timeout=5")
                        .with("te", "trailers")
                        .with("proxy-authorization", "Basic eDp5")
                        .with("proxy-connection", "keep-alive")
                        .with("x-turnout-target", "other/forged")
                        .with("x-turnout-service-secret", "forged");

        // When
        try (var stream = stage().open(request)) {
            stream.readToEnd();
        }

        // Then
        var names =
                stage().received().headers().stream()
                        .map(header -> header.name().toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(names)
                .doesNotContain(
                        "x-of-this-hop",
                        "keep-alive",
                        "te",
                        "proxy-authorization",
                        "proxy-connection")
                .noneMatch(name -> name.startsWith("x-turnout-"));
        assertThat(stage().received().header("connection").orElse("")).doesNotContain("hop");
    }

    @Test
    default void theQueryPasses() throws Exception {
        // Given
        var gateway = stage().stack().gateway();
        var key = stage().stack().key();
        var request = Request.stream("vendor/claude-x");

        // When
        try (var stream = OpenStream.send(gateway, "/v1/messages?beta=true", key, request)) {
            stream.readToEnd();
        }

        // Then
        assertThat(stage().received().path()).isEqualTo("/v1/messages");
        assertThat(stage().received().query()).isEqualTo("beta=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/hello"})
    default void aProbeNeedsNoCredential(String path) throws Exception {
        // Given
        var probe = stage().to(path).method("HEAD", BodyPublishers.noBody());

        // When
        var answer = stage().client().exchange(probe);

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    default void theAnswerSaysWhoGaveItAndWhy() {
        // Given
        long revision = stage().stack().pushConfig(Stage.usual(stage().provider()).toString());

        // When
        var answer = stage().send(Request.stream("claude-anything"));

        // Then
        assertThat(answer.header("request-id")).isNotBlank();
        assertThat(answer.header("x-turnout-target")).isEqualTo("vendor/claude-usual");
        assertThat(answer.header("x-turnout-route")).isEqualTo("default");
        assertThat(answer.header("x-turnout-attempts")).isEqualTo("1");
        assertThat(answer.header("x-turnout-revision")).isEqualTo("" + revision);
    }

    @Test
    default void everyRequestHasAnIdOfItsOwn() {
        // Given
        var first = stage().send(Request.whole("vendor/claude-x"));

        // When
        var second = stage().send(Request.whole("vendor/claude-x"));

        // Then
        assertThat(second.header("request-id")).isNotEqualTo(first.header("request-id"));
    }
}
