package dev.turnout.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

    private final Path dir;

    FileWatchTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void aFileThatIsNotThereSaysNothing() {
        assertThat(watch().look()).isEmpty();
    }

    @Test
    void anUnchangedFileIsNewsOnce() throws IOException {
        var watch = watch();
        save("a");

        assertThat(text(watch)).contains("a");
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aFileThatVanishesAndComesBackUnchangedIsNoNews() throws IOException {
        var watch = watch();
        save("a");
        watch.look();
        Files.delete(file());
        assertThat(watch.look()).isEmpty();
        save("a");

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aTouchedFileIsNoNews() throws IOException {
        var watch = watch();
        save("a");
        watch.look();
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1));

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aFileThatIsRenamedOverItIsNews() throws IOException {
        var watch = watch();
        save("a");
        var before = Files.getLastModifiedTime(file());
        watch.look();
        var fresh = Files.writeString(dir.resolve("fresh"), "b");
        Files.setLastModifiedTime(fresh, before);
        Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(text(watch)).contains("b");
    }

    @Test
    void aLinkThatPointsElsewhereIsNews() throws IOException {
        // As a kubelet updates a mounted ConfigMap: file -> ..data/file, ..data -> a new folder.
        var first = Files.createDirectory(dir.resolve("..1"));
        var second = Files.createDirectory(dir.resolve("..2"));
        var data = dir.resolve("..data");
        Files.createSymbolicLink(file(), data.resolve("config.json"));
        Files.writeString(first.resolve("config.json"), "a");
        Files.writeString(second.resolve("config.json"), "b");
        Files.createSymbolicLink(data, first);
        var watch = watch();
        assertThat(text(watch)).contains("a");
        var swap = Files.createSymbolicLink(dir.resolve("..swap"), second);
        Files.move(swap, data, StandardCopyOption.REPLACE_EXISTING);

        assertThat(text(watch)).contains("b");
    }

    @Test
    void whatIsNoFileIsNewsOnceUntilItIsOne() throws IOException {
        var watch = watch();
        Files.createDirectory(file());

        assertThat(watch.look()).containsInstanceOf(FileWatch.Unreadable.class);
        assertThat(watch.look()).isEmpty();
        Files.delete(file());
        save("a");
        assertThat(text(watch)).contains("a");
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        save("");

        assertThat(watch().look()).isEmpty();
    }

    @Test
    void aFileThatIsBeingWrittenIsNoNewsYet() throws IOException {
        var watch = watch();
        save("a");
        assertThat(watch.lookIfSettled()).isEmpty();
        save("a and b");
        assertThat(watch.lookIfSettled()).isEmpty();

        assertThat(watch.lookIfSettled())
                .containsInstanceOf(FileWatch.Text.class)
                .map(content -> ((FileWatch.Text) content).text())
                .contains("a and b");
        assertThat(watch.lookIfSettled()).isEmpty();
    }

    @Test
    void itGoesOnLooking() throws Exception {
        var news = new ArrayBlockingQueue<FileWatch.Content>(10);
        try (var watch = new FileWatch(file(), Duration.ofMillis(1))) {
            watch.start(news::add);
            save("a");

            assertThat(news.poll(1, TimeUnit.MINUTES)).isInstanceOf(FileWatch.Text.class);
        }
    }

    private Path file() {
        return dir.resolve("config.json");
    }

    private FileWatch watch() {
        return new FileWatch(file(), Duration.ofDays(1));
    }

    private void save(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private static Optional<String> text(FileWatch watch) {
        return watch.look().map(content -> ((FileWatch.Text) content).text());
    }
}
