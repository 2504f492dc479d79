package dev.turnout.config.revision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Revisions as files, {@code 000000000042.json}, each written whole or not at all. */
final class RevisionStore {

    private static final Logger LOG = Logger.getLogger(RevisionStore.class);
    private static final Pattern NAME = Pattern.compile("(\\d{12,18})\\.json");

    /** Enough to look back; each may hold a key that was written into its document. */
    private static final int MOST = 100;

    private final Path dir;
    private final ObjectMapper json;

    RevisionStore(Path dir, ObjectMapper json) {
        this.dir = dir;
        this.json = json;
    }

    /** The highest number that was ever given here; 0 for none. */
    long highest() {
        return numbers().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Those that can be read, newest first, read as they are asked for. */
    Stream<Revision> newestFirst() {
        return numbers().stream()
                .sorted(Comparator.reverseOrder())
                .map(this::read)
                .flatMap(Optional::stream);
    }

    /** The newest that came from there. */
    Optional<Revision> newest(Origin origin) {
        return newestFirst().filter(revision -> revision.origin() == origin).findFirst();
    }

    /** Removes what a process that was killed left half written. */
    void tidy() {
        if (!Files.isDirectory(dir)) {
            return;
        }
        try (var leftovers = Files.newDirectoryStream(dir, "revision*.tmp")) {
            for (var leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warnf("what is left over in %s cannot be removed: %s", dir, e);
        }
    }

    /** Keeps a revision so that it survives a crash, and forgets those that are too old. */
    void keep(Revision revision) throws IOException {
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(dir, PosixFilePermissions.asFileAttribute(ownerOnly));
        // Temporary files are their owner's only.
        var fresh = Files.createTempFile(dir, "revision", ".tmp");
        try {
            Files.write(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(revision));
            try (var file = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(fresh, file(revision.revision()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        numbers().stream().sorted(Comparator.reverseOrder()).skip(MOST).forEach(this::forget);
    }

    /** The newest of an origin stays: whether a file is news is told by it. */
    private void forget(long number) {
        boolean stays =
                read(number)
                        .flatMap(old -> newest(old.origin()))
                        .filter(newest -> newest.revision() == number)
                        .isPresent();
        if (stays) {
            return;
        }
        try {
            Files.deleteIfExists(file(number));
        } catch (IOException e) {
            LOG.warnf("the old revision %d in %s cannot be removed: %s", number, dir, e);
        }
    }

    private List<Long> numbers() {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (var files = Files.list(dir)) {
            return files.map(RevisionStore::number)
                    .flatMapToLong(OptionalLong::stream)
                    .boxed()
                    .toList();
        } catch (IOException e) {
            LOG.errorf("the revisions in %s cannot be listed: %s", dir, e);
            return List.of();
        }
    }

    private static OptionalLong number(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? OptionalLong.of(Long.parseLong(name.group(1)))
                : OptionalLong.empty();
    }

    private Optional<Revision> read(long number) {
        try {
            return Optional.of(json.readValue(file(number).toFile(), Revision.class));
        } catch (IOException e) {
            // Not the parser's words: they may quote the document.
            LOG.errorf("revision %d in %s cannot be read and is passed over", number, dir);
            return Optional.empty();
        }
    }

    private Path file(long number) {
        return dir.resolve("%012d.json".formatted(number));
    }
}
