package dev.turnout.config.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.config.file.FileSettings;
import dev.turnout.config.file.FileWatch;
import dev.turnout.contracts.config.KeyRing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The client keys: a file in the form of a {@link KeyRing}, watched. A file that cannot be read, or
 * vanishes, changes nothing, since without keys the gateway might open its doors; that there are no
 * keys any more is said by an empty list. Where there is no file at the start there are no keys,
 * for whoever has not heard of any.
 */
@ApplicationScoped
public class KeyFile {

    private static final Logger LOG = Logger.getLogger(KeyFile.class);

    /** Said where there is no file. Older than any file, so that it revokes nobody's keys. */
    private static final KeyRing WITHOUT_FILE = new KeyRing(1, List.of());

    private final Path file;
    private final ObjectMapper json;
    private final ConfigFeed feed;
    private final FileWatch watch;

    private volatile KeyRing keys = KeyRing.EMPTY;

    @Inject
    KeyFile(
            @ConfigProperty(name = "turnout.keys.file") Path file,
            FileSettings settings,
            ObjectMapper json,
            ConfigFeed feed) {
        this(file, settings.poll(), json, feed);
    }

    KeyFile(Path file, Duration poll, ObjectMapper json, ConfigFeed feed) {
        this.file = file;
        this.json = json;
        this.feed = feed;
        this.watch = new FileWatch(file, poll);
    }

    /** Before anything that watches the feed. */
    void start(@Observes @Priority(10) StartupEvent started) {
        open();
        watch.start(this::take);
    }

    void stop(@Observes ShutdownEvent stopping) {
        watch.close();
    }

    /** Says what the keys are now, also if there is no file. */
    void open() {
        look();
        if (keys.version() == 0 && Files.notExists(file)) {
            publish(WITHOUT_FILE);
        }
    }

    /** Looks at the file once and takes what is new. */
    void look() {
        watch.look().ifPresent(this::take);
    }

    /** The keys that are valid now. */
    public KeyRing keys() {
        return keys;
    }

    /** Goes on above a version that somebody has seen, so that these keys are not taken for old. */
    public synchronized void continueAbove(long seen) {
        if (keys.version() > WITHOUT_FILE.version()
                && seen > keys.version()
                && seen < Long.MAX_VALUE) {
            publish(new KeyRing(seen + 1, keys.keys()));
        }
    }

    private void take(FileWatch.Content content) {
        switch (content) {
            case FileWatch.Text text -> read(text);
            case FileWatch.Unreadable(String why) ->
                    LOG.warnf("the client keys stay as they are: %s cannot be read: %s", file, why);
        }
    }

    /** The version is when the file was written: it grows, whoever wrote it, over restarts too. */
    private synchronized void read(FileWatch.Text text) {
        try {
            var ring = json.readValue(text.text(), KeyRing.class);
            if (!isWhole(ring)) {
                LOG.warnf(
                        "the client keys stay as they are: in %s a key lacks id, hash or principal,"
                                + " or two share an id",
                        file);
                return;
            }
            long least = Math.max(keys.version(), WITHOUT_FILE.version()) + 1;
            long version = Math.max(least, text.written().toMillis());
            publish(new KeyRing(version, ring.keys()));
            LOG.infof("there are %d client keys", ring.keys().size());
        } catch (IOException e) {
            // Not the parser's words: they may quote the file.
            LOG.warnf("the client keys stay as they are: %s is no key ring in JSON", file);
        }
    }

    private void publish(KeyRing next) {
        keys = next;
        feed.publish(next);
    }

    @SuppressWarnings("ConstantConditions") // a file may leave out what a key must have
    private static boolean isWhole(KeyRing ring) {
        var ids = new HashSet<String>();
        return ring != null
                && ring.keys().stream()
                        .allMatch(
                                key ->
                                        key.id() != null
                                                && key.hash() != null
                                                && key.principal() != null
                                                && Objects.nonNull(key.principal().rights())
                                                && ids.add(key.id()));
    }
}
