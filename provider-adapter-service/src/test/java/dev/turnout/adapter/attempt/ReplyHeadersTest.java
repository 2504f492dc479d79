package dev.turnout.adapter.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Header;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyHeadersTest {

    @Test
    void onlyWhatConcernsTheClientPasses() {
        var headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add("Content-Type", "application/json")
                        .add("Retry-After", "3")
                        .add("X-Should-Retry", "false")
                        .add("Cache-Control", "no-cache")
                        .add("content-length", "7")
                        .add("content-encoding", "identity")
                        .add("transfer-encoding", "chunked")
                        .add("connection", "close")
                        .add("request-id", "req_1")
                        .add("anthropic-ratelimit-requests-remaining", "1")
                        .add("anthropic-ratelimit-unified-status", "allowed")
                        .add("anthropic-organization-id", "org")
                        .add("cf-ray", "ray")
                        .add("via", "1.1 relay")
                        .add("server", "nginx")
                        .add("set-cookie", "a=b")
                        .add("x-turnout-target", "theirs");

        assertThat(ReplyHeaders.of(headers))
                .containsExactly(
                        new Header("content-type", "application/json"),
                        new Header("cache-control", "no-cache"),
                        new Header("retry-after", "3"),
                        new Header("x-should-retry", "false"));
    }

    @Test
    void theProvidersIdOfTheRequestIsFoundUnderItsUsualNames() {
        assertThat(idIn("Request-Id", "req_1")).isEqualTo("req_1");
        assertThat(idIn("x-request-id", "x1")).isEqualTo("x1");
        assertThat(idIn("X-Generation-Id", "gen-1")).isEqualTo("gen-1");
        assertThat(idIn("x-other", "1")).isNull();
        assertThat(idIn("request-id", "x".repeat(1_000))).hasSize(200);
    }

    private static @Nullable String idIn(String name, String value) {
        return ReplyHeaders.requestId(MultiMap.caseInsensitiveMultiMap().add(name, value));
    }
}
