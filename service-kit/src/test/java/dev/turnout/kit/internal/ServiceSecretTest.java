package dev.turnout.kit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSecretTest {

    private static final String OLD = "the-old-secret-has-32-characters-or-more";
    private static final String NEW = "the-new-secret-has-32-characters-or-more";

    private static final Vertx VERTX = Vertx.vertx();

    private final Path file;

    ServiceSecretTest(@TempDir Path dir) {
        file = dir.resolve("service-secret");
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private ServiceSecret started(String... lines) {
        var secret = new ServiceSecret(Doors.guarded(file, lines));
        secret.start(new StartupEvent(), VERTX);
        return secret;
    }

    @Test
    void sendsTheFirstLineAndAcceptsEveryOne() {
        var secret = started("", "  " + NEW + "  ", OLD, "");

        assertThat(secret.current()).isEqualTo(NEW);
        assertThat(secret.accepts(NEW)).isTrue();
        assertThat(secret.accepts(OLD)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "the-old-secret-has-32-characters-or-mor",
                "the-old-secret-has-32-characters-or-more ",
                "THE-OLD-SECRET-HAS-32-CHARACTERS-OR-MORE",
                "the-new-secret-has-32-characters-or-more"
            })
    void acceptsNothingElse(String offered) {
        assertThat(started(OLD).accepts(offered)).isFalse();
    }

    @Test
    void acceptsNobodyBeforeItIsRead() {
        var secret = new ServiceSecret(Doors.guarded(file, OLD));

        assertThat(secret.accepts("")).isFalse();
        assertThat(secret.accepts(null)).isFalse();
        assertThat(secret.accepts(OLD)).isFalse();
    }

    /**
     * Add the new one everywhere, move it up, remove the old one: at no step is anyone shut out.
     */
    @Test
    void isRotatedWithoutARestart() throws IOException {
        var secret = started(OLD);

        rotate(secret, OLD, NEW);
        assertThat(secret.current()).isEqualTo(OLD);
        assertThat(secret.accepts(NEW)).isTrue();

        rotate(secret, NEW, OLD);
        assertThat(secret.current()).isEqualTo(NEW);
        assertThat(secret.accepts(OLD)).isTrue();

        rotate(secret, NEW);
        assertThat(secret.accepts(NEW)).isTrue();
        assertThat(secret.accepts(OLD)).isFalse();
    }

    private void rotate(ServiceSecret secret, String... lines) throws IOException {
        Files.write(file, List.of(lines));
        secret.reread();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too-short"})
    void staysAsItWasWhereTheNewOneIsNone(String line) throws IOException {
        var secret = started(OLD);

        rotate(secret, line);

        assertThat(secret.current()).isEqualTo(OLD);
        assertThat(secret.accepts(OLD)).isTrue();
        assertThat(secret.accepts(line)).isFalse();
    }

    @Test
    void staysAsItWasWhereTheFileIsGone() throws IOException {
        var secret = started(OLD);

        Files.delete(file);
        secret.reread();

        assertThat(secret.accepts(OLD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "only-31-characters-are-in-here-",
                "a secret with spaces has no place in a header",
                "ein-Geheimnis-mit-Umläuten-käme-verändert-an"
            })
    void refusesToStartWithoutOne(String line) {
        assertThatIllegalStateException()
                .isThrownBy(() -> started(line))
                .withMessageContainingAll(
                        "put at least 32 random letters and digits on one line into",
                        file.toString(),
                        "turnout.internal.secret-file",
                        "the same for every service");
    }

    @Test
    void oneShortLineAmongGoodOnesIsRefusedAsWell() {
        assertThatIllegalStateException().isThrownBy(() -> started(OLD, "short"));
    }

    @Test
    void neverShowsWhatStandsInTheFile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> started("hunter2"))
                .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("hunter2"));
    }

    @Test
    void withAClosedDoorNoFileIsNeeded() {
        var secret = new ServiceSecret(Doors.closed());

        secret.start(new StartupEvent(), VERTX);

        assertThat(secret.current()).isEmpty();
        assertThat(secret.accepts("")).isFalse();
    }
}
