package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.acceptance.client.Answered;
import dev.turnout.acceptance.client.Speaker;
import dev.turnout.fakeprovider.NumberedTokens;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of every dialect, before providers of every dialect, which are strict. */
interface DialectScenarios extends Scenario {

    static Stream<Arguments> pairs() {
        return Arrays.stream(Speaker.values())
                .flatMap(
                        client ->
                                Stream.of("vendor", "chat", "responses", "gemini")
                                        .map(provider -> Arguments.of(client, provider)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    default void aStreamIsInTheClientsGrammar(Speaker client, String provider) throws IOException {
        for (var model : List.of("fake-stream-50", "fake-blocks", "fake-dribble-1")) {
            // When
            var answer = send(client, client.asks(provider + "/" + model, true));

            // Then
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("content-type")).startsWith("text/event-stream");
            assertThat(client.violations(answer.body())).as(answer.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    default void everyTokenComes(Speaker client, String provider) throws IOException {
        // When
        var answer = send(client, client.asks(provider + "/fake-stream-500", false));

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(NumberedTokens.count(client.prose(answer.json()))).isEqualTo(500);
    }

    /** Each provider refuses a history that is not as it wants it, reasoning included. */
    @ParameterizedTest
    @MethodSource("pairs")
    default void aToolLoopGoesOn(Speaker client, String provider) throws IOException {
        // Given
        var model = provider + "/fake-blocks";
        var asked = client.asks(model, false);
        var called = send(client, asked);
        assertThat(called.status()).as(called.text()).isEqualTo(200);

        // When
        var answer = send(client, client.answers(asked, called.json()));

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(stage().received().json().toString()).contains("18 °C and ☔", "Zürich");
        assertThat(reasoning(provider, stage().received().json()))
                .as(stage().received().json().toPrettyString())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    default void aStreamThatBreaksOffEndsInAnError(Speaker client, String provider)
            throws IOException {
        // When
        var answer = send(client, client.asks(provider + "/fake-cut-6", true));

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("error");
        assertThat(client.violations(answer.body())).as(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ANTHROPIC, responses/fake-status-429, 429, rate_limit_error",
        "ANTHROPIC, gemini/fake-status-429, 429, rate_limit_error",
        "ANTHROPIC, gemini/fake-status-503, 503, api_error",
        "ANTHROPIC, responses/fake-first-event-error, 500, api_error",
        "ANTHROPIC, responses/fake-too-long-200000, 400, invalid_request_error",
        "ANTHROPIC, gemini/fake-too-long-200000, 400, invalid_request_error",
        "CHAT, responses/fake-too-long-200000, 400, context_length_exceeded",
        "CHAT, gemini/fake-status-429, 429, rate_limit_exceeded",
        "RESPONSES, vendor/fake-too-long-200000, 400, context_length_exceeded",
        "RESPONSES, chat/fake-status-429, 429, rate_limit_exceeded",
        "RESPONSES, gemini/fake-status-503, 503, overloaded",
    })
    default void aFailureComesInTheClientsWords(
            Speaker client, String model, int status, String word) throws IOException {
        // When
        var answer = send(client, client.asks(model, true));

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().at(client.errorPointer()).asText()).isEqualTo(word);
    }

    private Answered send(Speaker client, String body) throws IOException {
        return stage().post(client.path(), body);
    }

    /** Whether a provider that wants its reasoning back has got it; chat's does not want it. */
    private static boolean reasoning(String provider, JsonNode request) {
        return switch (provider) {
            case "vendor" -> request.toString().contains("\"signature\":\"c2lnbmF0dXJl\"");
            case "responses" -> !request.findValuesAsText("encrypted_content").isEmpty();
            case "gemini" ->
                    request.findValuesAsText("thoughtSignature").stream()
                            .anyMatch(it -> !it.equals("skip_thought_signature_validator"));
            default -> true;
        };
    }
}
