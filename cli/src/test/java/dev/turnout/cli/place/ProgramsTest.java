package dev.turnout.cli.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    private final Path folder;

    ProgramsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theFirstExecutableOnThePathIsTaken() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("claude"), "text");
        Files.createDirectories(folder.resolve("b/claude"));
        var program =
                Files.writeString(Files.createDirectory(folder.resolve("c")).resolve("claude"), "");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        var path = "%1$s/a::%1$s/b:%1$s/c".formatted(folder);

        assertThat(Programs.find("claude", Map.of("PATH", path))).contains(program);
        assertThat(Programs.find("codex", Map.of("PATH", path))).isEmpty();
        assertThat(Programs.find("claude", Map.of())).isEmpty();
    }
}
