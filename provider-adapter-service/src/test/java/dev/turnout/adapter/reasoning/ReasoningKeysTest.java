package dev.turnout.adapter.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.turnout.contracts.Target;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.conversation.Carried;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the keys come from, and how they change. */
class ReasoningKeysTest {

    private static final Target ORIGIN = Target.of("house/m");
    private static final Carried CARRIED = new Carried("gemini", "1");
    private static final String OLD = "0123456789abcdef0123456789abcdef";
    private static final String NEW = "fedcba9876543210fedcba9876543210";

    private Path file;

    @BeforeEach
    void inAFolderThatIsNotThere(@TempDir Path home) {
        file = home.resolve("new/reasoning-keys");
    }

    @Test
    void aLaptopMakesItsKeyAndKeepsIt() throws IOException {
        var signature = sealed(started("laptop"));

        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(opens(started("laptop"), signature)).isTrue();
    }

    @Test
    void aLaptopThatCannotWriteGoesOnWithoutAFile() throws IOException {
        Files.writeString(file.getParent(), "no folder");
        var keys = started("laptop");

        assertThat(opens(keys, sealed(keys))).isTrue();
    }

    @Test
    void inAClusterAProcessWithoutKeysHasItsOwn() {
        var one = started("cluster");
        var other = started("cluster");

        assertThat(file).doesNotExist();
        assertThat(opens(one, sealed(one))).isTrue();
        assertThat(opens(other, sealed(one))).isFalse();
    }

    @Test
    void keysAreRotatedWhileTheProcessRuns() throws IOException {
        write(OLD + "\n");
        var keys = started("cluster");
        var old = sealed(keys);

        write(NEW + "\n\n  " + OLD + "\n");
        keys.reread();
        var current = sealed(keys);
        assertThat(current).isNotEqualTo(old);
        assertThat(opens(keys, old)).isTrue();

        write(NEW);
        keys.reread();
        assertThat(opens(keys, old)).isFalse();
        assertThat(opens(keys, current)).isTrue();
    }

    @Test
    void aFileThatComesLaterIsTaken() throws IOException {
        var keys = started("cluster");
        write(OLD);
        var other = started("cluster");

        keys.reread();

        assertThat(opens(keys, sealed(other))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "short", OLD + "\nshort"})
    void aFileOfNoUseStopsTheStartAndNothingLater(String content) throws IOException {
        write(OLD);
        var keys = started("cluster");
        var signature = sealed(keys);
        write(content);

        keys.reread();
        assertThat(opens(keys, signature)).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> started("cluster"))
                .withMessageContaining("64 random hex digits")
                .withMessageContaining("turnout.provider-adapter.reasoning-keys");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private ReasoningKeys started(String deployment) {
        var keys =
                new ReasoningKeys(() -> file, deployment, new Metrics(new SimpleMeterRegistry()));
        keys.start();
        return keys;
    }

    private static String sealed(ReasoningKeys keys) {
        return keys.seal().seal(ORIGIN, "Hm.", CARRIED);
    }

    private static boolean opens(ReasoningKeys keys, String signature) {
        return CARRIED.equals(keys.seal().open(signature, "Hm.", ORIGIN));
    }
}
