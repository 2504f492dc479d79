package dev.turnout.adapter.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.fakeprovider.FakeProvider;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountingTest {

    private final FakeProvider provider = FakeProvider.start();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aProviderThatCountsIsAsked() throws IOException {
        var heard = count(Configured.provider(provider.url()), Asked.of("fake/claude-x"));

        assertThat(provider.requests())
                .singleElement()
                .satisfies(seen -> assertThat(seen.path()).endsWith("/v1/messages/count_tokens"));
        assertThat(heard.body()).isEqualTo(provider.requests().getFirst().sent());
    }

    @Test
    void whereItDoesNotCountWeDo() throws IOException {
        var heard = count(Configured.provider(provider.url()), Asked.of("fake/fake-status-404"));

        assertThat(tokens(heard)).isBetween(3, 30);
        assertThat(heard.head().status()).isEqualTo(200);
        assertThat(heard.end().usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void aProviderThatCannotBeReachedIsNoReasonNotToCount() throws IOException {
        var closed = Configured.provider(URI.create("http://127.0.0.1:1"));

        assertThat(tokens(count(closed, Asked.of("fake/claude-x")))).isBetween(3, 30);
    }

    @Test
    void aProviderOfAnotherDialectIsNotAsked() throws IOException {
        var heard =
                count(Configured.speaking(Dialect.OPENAI_CHAT, provider.url()), Asked.of("fake/m"));

        assertThat(tokens(heard)).isBetween(3, 30);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void theDemoIsCountedForAsWell() throws IOException {
        var demo = Configured.provider("demo", null, null, Map.of(), Map.of());

        assertThat(tokens(count(demo, Asked.of("fake/demo")))).isBetween(3, 30);
    }

    @Test
    void whatIsNoRequestIsRefused() {
        var body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        try (var adapter = new Adapter()) {
            adapter.with(Configured.provider("demo", null, null, Map.of(), Map.of()));
            var call = Asked.of("fake/demo").counting().withBody(body).call();
            var cut = body.substring(0, body.length() - 3).getBytes(UTF_8);

            var heard =
                    Listener.to(
                                    adapter.vertx().getOrCreateContext(),
                                    adapter.calls().call(call, cut),
                                    Long.MAX_VALUE)
                            .whole();

            assertThat(heard.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        }
    }

    private static Listener.Heard count(ProviderConfig config, Asked asked) {
        try (var adapter = new Adapter()) {
            return adapter.with(config).ask(asked.counting()).whole();
        }
    }

    private static int tokens(Listener.Heard heard) throws IOException {
        return new ObjectMapper().readTree(heard.body()).path("input_tokens").asInt();
    }
}
