package dev.turnout.config.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionStoreTest {

    private final Path home;

    RevisionStoreTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void givesBackWhatItKeptNewestFirst() throws IOException {
        var store = RevisionsIn.store(dir());
        store.keep(revision(1));
        store.keep(revision(12));
        store.keep(revision(2));

        assertThat(store.newestFirst()).containsExactly(revision(12), revision(2), revision(1));
        assertThat(store.highest()).isEqualTo(12);
    }

    @Test
    void aFolderThatIsNotThereHoldsNone() {
        var store = RevisionsIn.store(dir());

        assertThat(store.newestFirst()).isEmpty();
        assertThat(store.highest()).isZero();
    }

    @Test
    void oneThatCannotBeReadIsPassedOverButItsNumberIsTaken() throws IOException {
        var store = RevisionsIn.store(dir());
        store.keep(revision(1));
        Files.writeString(dir().resolve("000000000002.json"), "{\"revision\": ");
        Files.writeString(dir().resolve("notes.json"), "{}");

        assertThat(store.newestFirst()).containsExactly(revision(1));
        assertThat(store.highest()).isEqualTo(2);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        RevisionsIn.store(dir()).keep(revision(1));

        assertThat(Files.getPosixFilePermissions(dir()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(dir())) {
            assertThat(files)
                    .singleElement()
                    .satisfies(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void theNewestHundredAreKeptAndTheNewestOfEachOrigin() throws IOException {
        var store = RevisionsIn.store(dir());
        store.keep(fromFile(1));
        store.keep(fromFile(2));
        for (int number = 3; number <= 103; number++) {
            store.keep(revision(number));
        }

        assertThat(store.newestFirst())
                .extracting(Revision::revision)
                .hasSize(101)
                .startsWith(103L)
                .endsWith(5L, 4L, 2L);
        assertThat(store.newest(Origin.FILE)).contains(fromFile(2));
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws IOException {
        var store = RevisionsIn.store(dir());
        store.tidy();
        store.keep(revision(1));
        var leftover = Files.writeString(dir().resolve("revision17.tmp"), "{\"rev");

        store.tidy();

        assertThat(leftover).doesNotExist();
        assertThat(store.newestFirst()).containsExactly(revision(1));
    }

    private static Revision fromFile(long number) {
        return Revision.of(
                number,
                Instant.EPOCH,
                new Candidate(Origin.FILE, "file " + number, "file", "the file x"));
    }

    private Path dir() {
        return home.resolve("deep").resolve("revisions");
    }

    private static Revision revision(long number) {
        return Revision.of(number, Instant.EPOCH, RevisionsIn.submitted("document " + number));
    }
}
