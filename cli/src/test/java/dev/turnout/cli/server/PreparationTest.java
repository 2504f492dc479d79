package dev.turnout.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.TestSurroundings;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

    private final Path folder;

    PreparationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aBrokenConfigurationIsToldWhole() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{ \"providers\": ");

        assertThat(refusal("127.0.0.1", freePort(), Map.of()).exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void nobodyElseIsLetInWithoutKeys() throws Exception {
        assertThat(refusal("0.0.0.0", freePort(), Map.of()))
                .hasMessageContaining("make a client key first");
    }

    @Test
    void nonsenseForAPortIsRefused() {
        assertThat(refusal("127.0.0.1", 70_000, Map.of())).hasMessageContaining("from 1 to 65535");
        assertThat(refusal("127.0.0.1", null, Map.of("TURNOUT_PORT", "http")))
                .hasMessage("TURNOUT_PORT is http: set it to a number, or unset it.");
    }

    @Test
    void whatIsNotBuiltIsSaid() throws Exception {
        assertThat(refusal("127.0.0.1", freePort(), Map.of()))
                .hasMessage(
                        "standalone is not built: start Turnout by the script ./turnout, which builds it.");
    }

    @Test
    void theEnvironmentNamesThePort() throws Exception {
        var program = folder.resolve("checkout/standalone/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(program.getParent());
        Files.createFile(program);
        var port = freePort();
        var test = new TestSurroundings(folder, Map.of("TURNOUT_PORT", " " + port));

        var launches = new Preparation(test.surroundings()).launches("127.0.0.1", null, false);

        assertThat(launches).singleElement().matches(it -> it.placement().port() == port);
    }

    private Failure refusal(String host, @Nullable Integer port, Map<String, String> environment) {
        var preparation = new Preparation(new TestSurroundings(folder, environment).surroundings());
        return catchThrowableOfType(Failure.class, () -> preparation.launches(host, port, false));
    }

    private static int freePort() throws Exception {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
