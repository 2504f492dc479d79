package dev.turnout.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.config.feed.Feeds;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.KeyRing;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final String ONE =
            """
            {"version": 1, "keys": [{"id": "abcdefgh", "name": "laptop", "hash": "h",
             "principal": {"key": "abcdefgh", "rights": {"models": [], "routes": []}},
             "created": "2026-11-23T00:00:00Z"}]}
            """;
    private static final String NONE = "{\"version\": 2, \"keys\": []}";

    private final Path dir;

    private final ConfigFeed feed = Feeds.immediate();
    private final KeyFile keys;

    KeyFileTest(@TempDir Path dir) {
        this.dir = dir;
        this.keys = KeyFiles.of(dir.resolve("keys.json"), feed);
    }

    @Test
    void withoutAFileThereAreNone() {
        keys.look();

        assertThat(keys.keys()).isEqualTo(KeyRing.EMPTY);
    }

    @Test
    void thatThereIsNoFileIsSaidToWhoKnowsOfNoKeys() {
        keys.open();

        assertThat(events(0)).containsExactly(new ConfigEvent.KeysChanged(keys.keys()));
        assertThat(keys.keys()).isEqualTo(new KeyRing(1, List.of()));
    }

    @Test
    void aMissingFileRevokesNoKeysOfWhoHasSome() {
        keys.open();

        keys.continueAbove(1_000);

        assertThat(events(1_000)).noneMatch(ConfigEvent.KeysChanged.class::isInstance);
    }

    @Test
    void theFirstFileIsNewerThanNoFile() throws IOException {
        keys.open();
        save(ONE);
        Files.setLastModifiedTime(file(), FileTime.fromMillis(0));

        keys.look();

        assertThat(keys.keys().version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"version\": 3, \"keys\": ["})
    void aFileThatCannotBeReadAtTheStartIsNotTakenForNoKeys(String broken) throws IOException {
        save(broken);

        keys.open();

        assertThat(keys.keys()).isEqualTo(KeyRing.EMPTY);
    }

    @Test
    void keysArePushed() throws IOException {
        var watcher = feed.watch(0, 0).subscribe().withSubscriber(AssertSubscriber.create(10));
        save(ONE);

        keys.look();

        assertThat(keys.keys().keys()).extracting(KeyRing.Key::id).containsExactly("abcdefgh");
        assertThat(watcher.getItems()).contains(new ConfigEvent.KeysChanged(keys.keys()));
    }

    @Test
    void theVersionGrowsWithEachChangeWhateverTheClockSays() throws IOException {
        save(ONE);
        keys.look();
        long before = keys.keys().version();
        save(NONE);
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1));

        keys.look();

        assertThat(keys.keys().version()).isGreaterThan(before);
        assertThat(keys.keys().keys()).isEmpty();
    }

    @Test
    void aNewProcessGivesTheSameFileTheSameVersion() throws IOException {
        save(ONE);
        keys.look();
        var next = keyFile();

        next.look();

        assertThat(next.keys()).isEqualTo(keys.keys());
    }

    @Test
    void itGoesOnAboveAVersionThatSomebodyHasSeen() throws IOException {
        save(ONE);
        keys.look();
        long ahead = keys.keys().version() + 100;

        keys.continueAbove(ahead);

        assertThat(keys.keys().version()).isEqualTo(ahead + 1);
        assertThat(keys.keys().keys()).hasSize(1);
    }

    @Test
    void aMissingFileRevokesNothing() throws IOException {
        save(ONE);
        keys.look();
        Files.delete(file());

        keys.look();
        keys.continueAbove(Long.MAX_VALUE);

        assertThat(keys.keys().keys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"version\": 3, \"keys\": [",
                "[]",
                "null",
                "{\"version\": 3}",
                "{\"version\": 3, \"keys\": [null]}",
                "{\"version\": 3, \"keys\": [{\"id\": \"a\", \"hash\": \"h\"}]}",
                "{\"version\": 3, \"keys\": [{\"id\": \"a\", \"hash\": \"h\", \"principal\": {\"key\": \"a\"}}]}",
                "{\"version\": 3, \"keys\": [{\"id\": \"a\", \"principal\": {\"key\": \"a\", \"rights\": {\"models\": [], \"routes\": []}}}]}",
            })
    void aBrokenFileChangesNothing(String broken) throws IOException {
        save(ONE);
        keys.look();
        var before = keys.keys();
        save(broken);

        keys.look();

        assertThat(keys.keys()).isEqualTo(before);
    }

    private List<ConfigEvent> events(long afterKeys) {
        return feed.watch(0, afterKeys)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(10))
                .getItems();
    }

    private KeyFile keyFile() {
        return KeyFiles.of(file(), feed);
    }

    private Path file() {
        return dir.resolve("keys.json");
    }

    private void save(String text) throws IOException {
        Files.writeString(file(), text);
    }
}
