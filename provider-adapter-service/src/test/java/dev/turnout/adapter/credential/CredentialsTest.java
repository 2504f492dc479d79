package dev.turnout.adapter.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final String CANARY = "canary-5up3r-s3cr3t";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();
    private final Credentials credentials =
            new Credentials(vertx, Map.of("KEY", CANARY, "EMPTY", " "), nanos::get);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aVariableIsLookedUp() {
        assertThat(resolve("env:KEY")).isEqualTo(CANARY);
    }

    @Test
    void aLiteralIsItself() {
        assertThat(resolve(CANARY)).isEqualTo(CANARY);
    }

    @Test
    void aFilesContentCountsWithoutTheBlankAroundIt(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), "  " + CANARY + "\n");

        assertThat(resolve("file:" + file)).isEqualTo(CANARY);
    }

    @Test
    void aFileIsReadAgainAfterASecond(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), "old");
        assertThat(resolve("file:" + file)).isEqualTo("old");
        Files.writeString(file, "new");

        var soon = resolve("file:" + file);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        var later = resolve("file:" + file);

        assertThat(soon).isEqualTo("old");
        assertThat(later).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:NONE", "env:EMPTY", "file:/no/such/file", "file:"})
    void whatIsNotThereIsNamedByItsReference(String reference) {
        assertThatThrownBy(() -> resolve(reference))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code())
                                    .isEqualTo(ProblemCode.PROVIDER_REFUSED_US);
                            assertThat(e.problem().message()).contains("deepseek", reference);
                        });
    }

    @Test
    void aFileThatIsNoSecretIsRefused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), "x".repeat(70_000));

        assertThatThrownBy(() -> resolve("file:" + file)).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\nx-other: 1", "canary\u0000", "canary☀", "canary two"})
    void whatNoHeaderCanCarryIsRefusedAndNotShown(String secret) {
        assertThatThrownBy(() -> resolve(secret))
                .hasMessageContaining("no HTTP header can carry")
                .hasMessageNotContaining("canary");
    }

    @Test
    void nothingPrintsASecret() {
        var reference = SecretReference.of(CANARY);

        assertThat(reference.toString()).doesNotContain(CANARY);
        assertThat(new Secret(CANARY).toString()).doesNotContain(CANARY);
        assertThat(SecretReference.of("env:KEY")).hasToString("env:KEY");
        assertThat(SecretReference.of("file:/a/key")).hasToString("file:/a/key");
    }

    private String resolve(String reference) {
        Future<Secret> secret = credentials.of("deepseek", SecretReference.of(reference));
        try {
            return secret.toCompletionStage().toCompletableFuture().join().value();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }
}
