package dev.turnout.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.EventStream;
import dev.turnout.acceptance.client.Request;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar.Author;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where both sides speak Anthropic, bytes pass as they are, both ways, but for the edits. */
interface PassThroughScenarios extends Scenario {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-x",
                "fake-blocks",
                "fake-stream-500",
                "fake-stream-5x20",
                "fake-dribble-1",
                "fake-dribble-7"
            })
    default void aStreamPassesByteForByte(String model) {
        // Given
        var request = Request.stream("vendor/" + model);

        // When
        var answer = stage().send(request);

        // Then
        var sent = new String(stage().received().sent(), UTF_8);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/event-stream");
        assertThat(EventStream.of(answer.text())).isEqualTo(EventStream.of(sent));
        assertThat(AnthropicGrammar.violations(answer.body(), Author.PROVIDER)).isEmpty();
        assertThat(AnthropicGrammar.promptTokens(answer.body())).isEqualTo(11 + 22 + 33);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-x", "fake-blocks", "fake-stream-20000"})
    default void aDocumentPassesByteForByte(String model) {
        // Given
        var request = Request.whole("vendor/" + model);

        // When
        var answer = stage().send(request);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertThat(answer.body()).isEqualTo(stage().received().sent());
    }

    @ParameterizedTest
    @CsvSource({
        "claude-anything, claude-usual",
        "vendor/claude-x, claude-x",
        "'vendor,claude-y', claude-y"
    })
    default void onlyTheModelOfTheBodyIsAnother(String asked, String expected) {
        // Given
        var request = Request.stream(asked);

        // When
        stage().send(request);

        // Then
        var renamed = request.body().replace('"' + asked + '"', '"' + expected + '"');
        assertThat(new String(stage().received().body(), UTF_8)).isEqualTo(renamed);
    }

    @Test
    default void theTagOfASubAgentChoosesAndIsCutOut() {
        // Given
        var tag = "<CCR-SUBAGENT-MODEL>other/claude-tagged</CCR-SUBAGENT-MODEL>";
        var plain = Request.stream("claude-x");
        var tagged = plain.withBody(plain.body().replace("☀", tag + "☀"));

        // When
        var answer = stage().send(tagged);

        // Then
        assertThat(answer.header("x-turnout-target")).isEqualTo("other/claude-tagged");
        assertThat(new String(stage().received().body(), UTF_8))
                .isEqualTo(plain.body().replace("claude-x", "claude-tagged"));
    }

    @ParameterizedTest
    @CsvSource({"vendor, true", "other, false"})
    default void unsignedThinkingIsCutOutTowardARealAnthropic(String provider, boolean cut) {
        // Given
        var unsigned = "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"\"},";
        var request = Request.stream(provider + "/claude-x");
        var turns =
                "[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"assistant\",\"content\":["
                        + unsigned
                        + "{\"type\":\"text\",\"text\":\"ho\"}]},";
        var body = request.body().replace("\"messages\":[", "\"messages\":" + turns);

        // When
        stage().send(request.withBody(body));

        // Then
        var renamed = body.replace(provider + "/claude-x", "claude-x");
        assertThat(new String(stage().received().body(), UTF_8))
                .isEqualTo(cut ? renamed.replace(unsigned, "") : renamed);
    }

    @Test
    default void tokensAreCountedByTheProvider() throws Exception {
        // Given
        var request =
                stage().to("/v1/messages/count_tokens?beta=true")
                        .header("x-api-key", stage().stack().key())
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(Request.whole("vendor/claude-x").body()));

        // When
        var answer = stage().client().exchange(request);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("input_tokens").asInt()).isPositive();
        assertThat(stage().received().path()).isEqualTo("/v1/messages/count_tokens");
    }
}
