package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Header;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers of a client a provider may see. */
class EndToEndHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anthropic-version",
                "anthropic-beta",
                "user-agent",
                "accept",
                "accept-language",
                "content-type",
                "x-app",
                "x-claude-code-session-id",
                "x-stainless-retry-count",
                "x-turnouts",
                "x-unknown-to-us",
                "traceparent"
            })
    void whatIsForTheOtherEndPasses(String name) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(name, "a value");

        assertThat(EndToEndHeaders.of(headers)).containsExactly(new Header(name, "a value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection",
                "keep-alive",
                "proxy-authenticate",
                "proxy-authorization",
                "proxy-connection",
                "te",
                "trailer",
                "transfer-encoding",
                "upgrade",
                "http2-settings",
                "host",
                "content-length",
                "content-encoding",
                "accept-encoding",
                "expect",
                "authorization",
                "x-api-key",
                "api-key",
                "x-goog-api-key",
                "openai-organization",
                "OpenAI-Project",
                "cookie",
                "forwarded",
                "via",
                "x-real-ip",
                "x-forwarded-for",
                "x-forwarded-proto",
                "x-turnout-target",
                "x-turnout-service-secret",
                "X-Api-Key",
                "X-TURNOUT-Anything",
                "AUTHORIZATION"
            })
    void whatIsForThisHopDoesNot(String name) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(name, "a value");

        assertThat(EndToEndHeaders.of(headers)).isEmpty();
    }

    @Test
    void whatConnectionNamesIsForThisHop() {
        var headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add("connection", "close, X-One")
                        .add("connection", "x-two")
                        .add("x-one", "1")
                        .add("x-two", "2")
                        .add("x-three", "3");

        assertThat(EndToEndHeaders.of(headers)).containsExactly(new Header("x-three", "3"));
    }

    @Test
    void repeatedLinesStayInTheirOrderAndNamesAreInSmallLetters() {
        var headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add("Anthropic-Beta", "one")
                        .add("anthropic-beta", "two");

        assertThat(EndToEndHeaders.of(headers))
                .containsExactly(
                        new Header("anthropic-beta", "one"), new Header("anthropic-beta", "two"));
    }
}
