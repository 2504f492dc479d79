package dev.turnout.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurlLineTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:3456");

    @Test
    void asksForAStream() throws Exception {
        var line = CurlLine.of(ADDRESS, false, Map.of());

        assertThat(line)
                .startsWith("curl -N http://127.0.0.1:3456/v1/messages ")
                .contains("-H 'content-type: application/json'")
                .contains("-H 'anthropic-version: 2023-06-01'")
                .doesNotContain("authorization");
        var body = new ObjectMapper().readTree(line.substring(line.indexOf("-d '") + 4));
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.path("messages").path(0).path("role").asText()).isEqualTo("user");
    }

    @Test
    void sendsTheKeyWhereOneIsNeeded() {
        assertThat(CurlLine.of(ADDRESS, true, Map.of()))
                // In double quotes, for the shell to fill in.
                .contains("-H \"authorization: Bearer $TURNOUT_KEY\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http_proxy", "all_proxy", "ALL_PROXY"})
    void goesAroundAProxy(String variable) {
        assertThat(CurlLine.of(ADDRESS, false, Map.of(variable, "http://proxy:3128")))
                .startsWith("curl -N --noproxy '*' http://127.0.0.1:3456/");
    }
}
