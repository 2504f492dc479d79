package dev.turnout.adapter.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Asked;
import dev.turnout.adapter.credential.Secret;
import dev.turnout.adapter.provider.BaseUrl;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.kit.profile.AuthStyle;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {

    @Test
    void whatIsNotKnownPassesWithItsOrderAndRepetition() {
        var headers =
                sent(
                        new Header("anthropic-version", "2099-01-01"),
                        new Header("anthropic-beta", "a,b"),
                        new Header("X-Claude-Code-Session-Id", "s"),
                        new Header("x-new", "1"),
                        new Header("X-New", "2"));

        assertThat(headers.get("anthropic-version")).isEqualTo("2099-01-01");
        assertThat(headers.get("anthropic-beta")).isEqualTo("a,b");
        assertThat(headers.names()).contains("X-Claude-Code-Session-Id");
        assertThat(headers.getAll("x-new")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "Content-Length",
                "content-encoding",
                "Connection",
                "keep-alive",
                "TE",
                "trailer",
                "transfer-encoding",
                "Upgrade",
                "Expect",
                "proxy-authorization",
                "proxy-connection",
                "cookie",
                "forwarded",
                "via",
                "X-Forwarded-For",
                "x-forwarded-anything",
                "x-real-ip",
                "x-turnout-service-secret",
                "X-Turnout-Anything",
                "Authorization",
                "X-Api-Key",
                "api-key",
                "x-goog-api-key",
                "OpenAI-Organization",
                "openai-project"
            })
    void whatEndsHereDoesNotPass(String name) {
        assertThat(sent(new Header(name, "1")).contains(name)).isFalse();
    }

    @Test
    void whatConnectionNamesDoesNotPass() {
        var headers =
                sent(
                        new Header("Connection", "close, X-Hop ,x-other"),
                        new Header("x-hop", "1"),
                        new Header("X-Other", "1"),
                        new Header("x-stays", "1"));

        assertThat(headers.names()).contains("x-stays").doesNotContain("x-hop", "X-Other");
    }

    @Test
    void theBodyIsDescribedAnew() {
        var headers =
                sent(
                        new Header("content-type", "text/plain"),
                        new Header("accept-encoding", "gzip, br"));

        assertThat(headers.getAll("content-type")).containsExactly("application/json");
        assertThat(headers.getAll("accept-encoding")).containsExactly("identity");
    }

    @Test
    void aVersionIsGivenWhereTheClientGivesNone() {
        assertThat(sent().get("anthropic-version")).isEqualTo("2023-06-01");
    }

    @Test
    void theProvidersOwnHeadersWinOverTheClientsAndTheCredentialOverBoth() {
        var own =
                List.of(
                        new Header("anthropic-beta", "ours"),
                        new Header("x-team", "t"),
                        new Header("authorization", "Bearer none"));

        var headers =
                RequestHeaders.of(
                        Asked.of("fake/m")
                                .withHeaders(List.of(new Header("Anthropic-Beta", "theirs")))
                                .call(),
                        provider(AuthStyle.BEARER, own),
                        Optional.of(new Secret("k")));

        assertThat(headers.getAll("anthropic-beta")).containsExactly("ours");
        assertThat(headers.get("x-team")).isEqualTo("t");
        assertThat(headers.getAll("authorization")).containsExactly("Bearer k");
    }

    @Test
    void noCredentialIsShownWhereThereIsNone() {
        assertThat(sent().names()).doesNotContain("x-api-key", "authorization");
    }

    private static MultiMap sent(Header... client) {
        return RequestHeaders.of(
                Asked.of("fake/m").withHeaders(List.of(client)).call(),
                provider(AuthStyle.X_API_KEY, List.of()),
                Optional.empty());
    }

    private static Provider.Remote provider(AuthStyle auth, List<Header> headers) {
        return new Provider.Remote(
                "fake",
                Dialect.ANTHROPIC,
                BaseUrl.of("https://relay.example"),
                false,
                auth,
                null,
                headers,
                Map.of(),
                false,
                Set.of(),
                Resilience.DEFAULT);
    }
}
