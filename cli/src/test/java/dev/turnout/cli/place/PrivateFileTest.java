package dev.turnout.cli.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    private final Path folder;

    PrivateFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isItsOwnersAlone() throws Exception {
        var file = folder.resolve("new/secret");

        PrivateFile.replace(file, "s");

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("new"))).isEqualTo("rwx------");
    }

    @Test
    void takesThePlaceOfAnOpenOneWithoutItsRights() throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFile.replace(file, "new");

        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(it -> !it.equals(file));
    }

    @Test
    void isMadeOnlyOnce() {
        var file = folder.resolve("secret");

        assertThat(PrivateFile.readOrCreate(file, () -> "first")).isEqualTo("first");
        assertThat(PrivateFile.readOrCreate(file, () -> "second")).isEqualTo("first");
    }

    @Test
    void bytesThatAreNoTextAreReadAllTheSame() throws Exception {
        var file = Files.write(folder.resolve("secret"), new byte[] {'a', (byte) 0xff, 'b'});

        assertThat(PrivateFile.read(file)).isEqualTo("a\ufffdb");
    }

    @Test
    void saysWhatToDoWhereItCannotBeWritten() throws Exception {
        var inTheWay = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> PrivateFile.replace(inTheWay.resolve("secret"), "s"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("set TURNOUT_HOME");
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
