package dev.turnout.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.config.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private final Vertx vertx = Vertx.vertx();
    private final Providers providers = new Providers(vertx, 50);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCallIsServedAsItWasPlanned() {
        apply(snapshot(1, "https://one.example"));
        apply(snapshot(2, "https://two.example"));

        assertThat(hostAt(1)).isEqualTo("one.example");
        assertThat(hostAt(2)).isEqualTo("two.example");
    }

    @Test
    void aNameIsFoundInAnyCase() {
        apply(snapshot(1, "https://one.example"));

        assertThat(now(providers.find(1, "HOUSE")).name()).isEqualTo("House");
    }

    @Test
    void theNextNewerRevisionStandsInForOneThatIsNotKept() {
        for (int revision = 1; revision <= 20; revision++) {
            apply(snapshot(revision, "https://r" + revision + ".example"));
        }
        apply(snapshot(25, "https://r25.example"));

        assertThat(hostAt(1)).isEqualTo("r14.example");
        assertThat(hostAt(14)).isEqualTo("r14.example");
        assertThat(hostAt(22)).isEqualTo("r25.example");
    }

    @Test
    void anOlderRevisionVoidsWhatIsNewer() {
        apply(snapshot(7, "https://lost.example"));
        apply(snapshot(3, "https://three.example"));
        apply(snapshot(8, "https://eight.example"));

        assertThat(hostAt(3)).isEqualTo("three.example");
        assertThat(hostAt(7)).isEqualTo("eight.example");
    }

    @Test
    void aRevisionThatIsStillToComeIsWaitedForOnTheCallersLoop() {
        var patient = new Providers(vertx, Listener.HANG_SECONDS * 1_000);
        patient.prepare(snapshot(1, "https://one.example")).run();
        var loop = vertx.getOrCreateContext();
        var found = new CompletableFuture<Provider>();
        var asked = new CompletableFuture<Boolean>();
        loop.runOnContext(
                now -> {
                    patient.find(2, "house")
                            .onSuccess(
                                    provider -> {
                                        if (vertx.getOrCreateContext() == loop) {
                                            found.complete(provider);
                                        }
                                    });
                    asked.complete(true);
                });
        Listener.await(asked);
        assertThat(found).isNotDone();

        patient.prepare(snapshot(2, "https://two.example")).run();

        assertThat(host(Listener.await(found))).isEqualTo("two.example");
    }

    @Test
    void aRevisionThatDoesNotComeIsUnavailable() {
        apply(snapshot(1, "https://one.example"));

        assertThatThrownBy(() -> later(providers.find(2, "house")))
                .hasCauseInstanceOf(ProblemException.class)
                .hasRootCauseMessage(
                        "UNAVAILABLE: The provider adapter has not yet got revision 2 of the"
                                + " configuration; try again in a moment.");
    }

    @Test
    void aProviderThatIsNotThereIsUnavailable() {
        apply(snapshot(1, "https://one.example"));

        assertThatThrownBy(() -> now(providers.find(1, "Other")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNAVAILABLE);
                            assertThat(e.problem().message()).contains("Other", "revision 1");
                            assertThat(e.problem().retryAfterSeconds()).isEqualTo(1);
                        });
    }

    @Test
    void aRevisionThatIsOnlyPreparedDoesNotCountYet() {
        apply(snapshot(1, "https://one.example"));

        var swap = providers.prepare(snapshot(2, "https://two.example"));

        assertThat(hostAt(1)).isEqualTo("one.example");
        swap.run();
        assertThat(hostAt(2)).isEqualTo("two.example");
    }

    @Test
    void theProfilesKnowledgeIsTaken() {
        apply(
                Configured.snapshot(
                        1, Map.of("anthropic", config("anthropic", null, "env:KEY", Map.of()))));

        var anthropic = (Provider.Remote) now(providers.find(1, "anthropic"));

        assertThat(anthropic.url()).isEqualTo(BaseUrl.of("https://api.anthropic.com"));
        assertThat(anthropic.requiresSignedThinking()).isTrue();
        assertThat(anthropic.key()).hasToString("env:KEY");
    }

    @Test
    void whatIsSecretIsNotPrinted() {
        apply(
                Configured.snapshot(
                        1,
                        Map.of(
                                "house",
                                config(
                                        null,
                                        "https://one.example",
                                        "canary-1",
                                        Map.of("x-key", "canary-2")))));

        assertThat(now(providers.find(1, "house")).toString())
                .contains("house", "one.example", "x-key")
                .doesNotContain("canary");
    }

    @Test
    void theDemoIsBuiltIn() {
        apply(Configured.snapshot(1, Map.of("demo", config("demo", null, null, Map.of()))));

        assertThat(now(providers.find(1, "demo"))).isEqualTo(new Provider.BuiltIn("demo"));
    }

    @Test
    void aModelIsFoundInAnyCaseAndElseTakenAtItsName() {
        apply(
                Configured.snapshot(
                        1,
                        Map.of(
                                "house",
                                Configured.provider(
                                        null,
                                        "https://one.example",
                                        null,
                                        Map.of(),
                                        Map.of(
                                                "Coder",
                                                        new ModelConfig("qwen3-coder", 8_192, null),
                                                "Plain", new ModelConfig(null, null, null))))));
        var house = (Provider.Remote) now(providers.find(1, "house"));

        assertThat(house.model("CODER")).isEqualTo(new Provider.Model("qwen3-coder", 8_192));
        assertThat(house.model("plain")).isEqualTo(new Provider.Model("Plain", null));
        assertThat(house.model("Other-1")).isEqualTo(new Provider.Model("Other-1", null));
        assertThat(house.model("*")).isEqualTo(new Provider.Model(null, null));
    }

    @Test
    void whatCannotBeCalledIsRejectedByNameAndReason() {
        assertRejected(config(null, "relay.example", null, Map.of()), "house", "http://");
        assertRejected(config(null, null, null, Map.of()), "house", "no url");
        assertRejected(config("future", null, null, Map.of()), "house", "no profile future");
        assertRejected(
                config(null, "https://one.example", "file:\u0000", Map.of()), "house", "path");
        assertRejected(
                config(null, "https://one.example", null, Map.of("x-key", "canary\nx: y")),
                "house",
                "headers");
    }

    private void assertRejected(ProviderConfig provider, String... words) {
        assertThatThrownBy(
                        () -> providers.prepare(Configured.snapshot(1, Map.of("house", provider))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("canary");
    }

    private void apply(Snapshot snapshot) {
        providers.prepare(snapshot).run();
    }

    private static Snapshot snapshot(long revision, String url) {
        return Configured.snapshot(revision, Map.of("House", config(null, url, null, Map.of())));
    }

    private static ProviderConfig config(
            @Nullable String profile,
            @Nullable String url,
            @Nullable String key,
            Map<String, String> headers) {
        return Configured.provider(profile, url, key, headers, Map.of());
    }

    private String hostAt(long revision) {
        return host(now(providers.find(revision, "house")));
    }

    private static String host(Provider provider) {
        return ((Provider.Remote) provider).url().host();
    }

    /** What is there without waiting. */
    private static Provider now(Future<Provider> found) {
        assertThat(found.isComplete()).isTrue();
        if (found.failed()) {
            throw (ProblemException) found.cause();
        }
        return found.result();
    }

    private static Provider later(Future<Provider> found) {
        return Listener.await(found.toCompletionStage().toCompletableFuture());
    }
}
