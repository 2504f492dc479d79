package dev.turnout.config.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the content of a file is another one. It looks rather than being told: that works
 * alike for editors that rename over the file, for the symbolic links of a mounted ConfigMap, and
 * for network disks. A file that is not there, or is empty, says nothing.
 */
public final class FileWatch implements AutoCloseable {

    /** More than any file that is watched may hold; the rest is not read. */
    private static final int MOST_BYTES = 8_000_000;

    private static final Logger LOG = Logger.getLogger(FileWatch.class);

    private final Path file;
    private final Duration every;

    private @Nullable Looks looks;
    private @Nullable Looks glimpsed;
    private @Nullable Content content;
    private @Nullable Thread thread;

    /** What is found in the file. */
    public sealed interface Content {}

    /** Its text, and when it was written. */
    public record Text(String text, FileTime written) implements Content {}

    /** It is there, but cannot be read, or is no file. */
    public record Unreadable(String why) implements Content {}

    /** What tells a changed file without reading it; through symbolic links. */
    private record Looks(FileTime written, long size, @Nullable Object identity) {}

    public FileWatch(Path file, Duration every) {
        this.file = file;
        this.every = every;
    }

    /** What the file holds, if that is something else than at the last look. Blocks. */
    public synchronized Optional<Content> look() {
        try {
            var now = looks();
            if (now.equals(looks)) {
                return Optional.empty();
            }
            var text = new Text(text(), now.written());
            looks = now;
            return text.text().isEmpty() ? Optional.empty() : news(text);
        } catch (NoSuchFileException e) {
            looks = null;
            return Optional.empty();
        } catch (IOException e) {
            // Looked at again even if it looks the same: rights may have changed.
            looks = null;
            return news(new Unreadable(e.toString()));
        }
    }

    /**
     * As {@link #look()}, but only where the file looks as it did the last time: one that is being
     * written is not news yet.
     */
    synchronized Optional<Content> lookIfSettled() {
        var before = glimpsed;
        try {
            glimpsed = looks();
        } catch (IOException e) {
            glimpsed = null;
        }
        return Objects.equals(glimpsed, before) ? look() : Optional.empty();
    }

    /** Goes on looking, on a virtual thread of its own, and tells the listener of what is new. */
    public void start(Consumer<Content> listener) {
        thread =
                Thread.ofVirtual()
                        .name("watch " + file.getFileName())
                        .start(() -> keepLooking(listener));
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void keepLooking(Consumer<Content> listener) {
        try {
            while (true) {
                Thread.sleep(every);
                try {
                    lookIfSettled().ifPresent(listener);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "a change of %s came to nothing", file);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Content> news(Content found) {
        if (isSame(found, content)) {
            return Optional.empty();
        }
        content = found;
        return Optional.of(found);
    }

    private static boolean isSame(Content found, @Nullable Content before) {
        return switch (found) {
            case Text(String text, FileTime _) ->
                    before instanceof Text known && known.text().equals(text);
            case Unreadable unreadable -> unreadable.equals(before);
        };
    }

    private Looks looks() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Looks(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    private String text() throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}
