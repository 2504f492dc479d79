package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Limits.Rate;
import dev.turnout.gateway.authentication.IssuedKeys;
import dev.turnout.gateway.models.Catalog;
import dev.turnout.gateway.rate.Limited;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of models, in the shape that each vendor's clients read. No provider is asked. */
class ModelsEndpointTest {

    private static final String VERSION = "2023-06-01";

    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.of(Settings.USUAL).with(Catalog.CONFIG).start();
    }

    @AfterEach
    void stop() {
        assertThat(gateway.provider().isIdle()).isTrue();
        gateway.close();
    }

    private HttpRequest.Builder ofAnthropic(String path) {
        return gateway.request(path).header("anthropic-version", VERSION);
    }

    @Test
    void anthropicsClientsGetAnthropicsShape() throws Exception {
        var answer = gateway.send(ofAnthropic("/v1/models?limit=3"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.header("request-id")).startsWith("req_");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"data":[\
                        {"type":"model","id":"anthropic/claude-opus-5-5",\
                        "display_name":"claude-opus-5-5 (anthropic)","created_at":"1970-01-01T00:00:00Z"},\
                        {"type":"model","id":"claude-gw-coder",\
                        "display_name":"claude-gw-coder (house/coder)","created_at":"1970-01-01T00:00:00Z"},\
                        {"type":"model","id":"claude-gw/deepseek/v4",\
                        "display_name":"v4 (deepseek)","created_at":"1970-01-01T00:00:00Z"}],\
                        "has_more":true,"first_id":"anthropic/claude-opus-5-5",\
                        "last_id":"claude-gw/deepseek/v4","next_page":null}""");
    }

    @Test
    void thePagesTogetherAreTheWholeList() throws Exception {
        var whole = gateway.send(ofAnthropic("/v1/models?limit=1000")).json();
        var after = "";
        for (int i = 0; i < whole.path("data").size(); i++) {
            var page = gateway.send(ofAnthropic("/v1/models?limit=1" + after)).json();
            assertThat(page.path("data").get(0)).isEqualTo(whole.path("data").get(i));
            after = "&after_id=" + page.path("last_id").asText().replace("/", "%2F");
        }
        assertThat(whole.path("data")).hasSize(9);
        assertThat(gateway.send(ofAnthropic("/v1/models?limit=1" + after)).body())
                .isEqualTo(
                        "{\"data\":[],\"has_more\":false,\"first_id\":null,\"last_id\":null,\"next_page\":null}");
    }

    @Test
    void aLimitThatIsNoneIsRefusedInWords() throws Exception {
        gateway.send(ofAnthropic("/v1/models?limit=0"))
                .isRefusal(400, "invalid_request_error", false);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    claude-gw-coder,            claude-gw-coder
                    claude-gw%2Fdeepseek%2Fv4,  claude-gw/deepseek/v4
                    claude-gw/deepseek/v4,      claude-gw/deepseek/v4
                    deepseek/v4,                claude-gw/deepseek/v4
                    DeepSeek%2FV4,              claude-gw/deepseek/v4
                    house/Qwen%2FQwen3-Coder,   claude-gw/house/Qwen/Qwen3-Coder
                    """)
    void oneModelIsFoundByAnyOfItsNames(String written, String id) throws Exception {
        var answer = gateway.send(ofAnthropic("/v1/models/" + written));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).isEqualTo(id);
        assertThat(answer.json().path("type").asText()).isEqualTo("model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.6", "house", "house/", "%20", "house/coder/", "a%00b"})
    void whatIsNotListedIsNotFound(String written) throws Exception {
        gateway.send(ofAnthropic("/v1/models/" + written)).isRefusal(404, "not_found_error", false);
    }

    @Test
    void openAisClientsGetOpenAisShape() throws Exception {
        var answer =
                gateway.send(gateway.request("/v1/models").header("authorization", "Bearer x"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(
                        """
                        {"object":"list","data":[\
                        {"id":"anthropic/claude-opus-5-5","object":"model","created":0,"owned_by":"anthropic"},\
                        {"id":"claude-gw-coder","object":"model","created":0,"owned_by":"house"},\
                        {"id":"deepseek/v4","object":"model","created":0,"owned_by":"deepseek"},""");
        assertThat(answer.header("x-request-id")).isEqualTo(answer.header("request-id"));
        assertThat(answer.json().path("data")).hasSize(9);
    }

    @Test
    void openAisClientsGetOneModel() throws Exception {
        assertThat(gateway.send(gateway.request("/v1/models/house%2Fcoder")).body())
                .isEqualTo(
                        "{\"id\":\"house/coder\",\"object\":\"model\",\"created\":0,\"owned_by\":\"house\"}");
        gateway.send(gateway.request("/v1/models/gpt-5.6")).isOpenAiRefusal(404);
    }

    @Test
    void anotherMethodIsToldTheRightOneInTheClientsDialect() throws Exception {
        for (var path : new String[] {"/v1/models", "/v1/models/house%2Fcoder"}) {
            var answer =
                    gateway.send(ofAnthropic(path).POST(BodyPublishers.ofString("{}")))
                            .isRefusal(405, "invalid_request_error", false);
            assertThat(answer.header("allow")).isEqualTo("GET");
            gateway.send(gateway.request(path).DELETE()).isOpenAiRefusal(405);
        }
    }

    @Test
    void theListIsForThoseWhoseKeyIsKnown(@TempDir Path folder) throws Exception {
        var key = "to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n";
        try (var closed =
                GatewayUnderTest.of(Settings.USUAL)
                        .with(Catalog.CONFIG)
                        .with(IssuedKeys.of(folder, key))
                        .start()) {
            closed.send(closed.request("/v1/models").header("x-api-key", "wrong"))
                    .isRefusal(401, "authentication_error", false);
            closed.send(closed.request("/v1/models")).isOpenAiRefusal(401);
            assertThat(closed.send(closed.request("/v1/models").header("x-api-key", key)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theListIsWithinTheLimitOfTheAddress() throws Exception {
        var limits = new Limits(null, null, new Rate(1, 1));
        try (var limited =
                GatewayUnderTest.of(Settings.USUAL).with(Limited.config(limits)).start()) {
            assertThat(
                            limited.send(
                                            limited.request("/v1/models")
                                                    .header("anthropic-version", VERSION))
                                    .status())
                    .isEqualTo(200);
            limited.send(limited.request("/v1/models").header("anthropic-version", VERSION))
                    .isRefusal(429, "rate_limit_error", true);
        }
    }
}
