package dev.turnout.config.file;

import dev.turnout.config.document.Deployment;
import dev.turnout.config.document.DetectedConfig;
import dev.turnout.config.document.LocalOllama;
import dev.turnout.config.revision.Candidate;
import dev.turnout.config.revision.Origin;
import dev.turnout.config.revision.Revisions;
import dev.turnout.contracts.config.ConfigError;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The document that is a file: saving it is the push. Where there is none, and nobody has submitted
 * one, a laptop serves what its environment offers; a cluster waits for a document.
 */
@ApplicationScoped
public class DocumentFile {

    private static final Logger LOG = Logger.getLogger(DocumentFile.class);
    private static final String AUTHOR_OF_FILE = "file";
    private static final String AUTHOR_OF_DETECTED = "detection";

    private final Path file;
    private final Deployment deployment;
    private final Revisions revisions;
    private final Supplier<DetectedConfig> detection;
    private final FileWatch watch;

    @Inject
    DocumentFile(
            FileSettings settings,
            @ConfigProperty(name = "turnout.deployment") String deployment,
            Revisions revisions) {
        this(
                settings,
                Deployment.of(deployment),
                revisions,
                () -> DetectedConfig.from(System.getenv(), new LocalOllama()::models));
    }

    DocumentFile(
            FileSettings settings,
            Deployment deployment,
            Revisions revisions,
            Supplier<DetectedConfig> detection) {
        this.file = settings.file();
        this.deployment = deployment;
        this.revisions = revisions;
        this.detection = detection;
        this.watch = new FileWatch(file, settings.poll());
    }

    /** Before anything that watches the feed, so that its first look finds a configuration. */
    void start(@Observes @Priority(10) StartupEvent started) {
        open();
        watch.start(this::take);
    }

    void stop(@Observes ShutdownEvent stopping) {
        watch.close();
    }

    /** Restores what was served from before, and takes what the file says now. */
    void open() {
        revisions.restore();
        watch.look().ifPresentOrElse(this::takeUnlessSubmittedSince, this::doWithout);
    }

    /** Looks at the file once and takes what is new. */
    void look() {
        watch.look().ifPresent(this::take);
    }

    private void take(FileWatch.Content content) {
        switch (content) {
            case FileWatch.Text text ->
                    revisions.accept(
                            new Candidate(
                                    Origin.FILE, text.text(), AUTHOR_OF_FILE, "the file " + file));
            case FileWatch.Unreadable(String why) ->
                    revisions.unreadable(
                            new ConfigError(
                                    "",
                                    "the file %s cannot be read: %s".formatted(file, why),
                                    null,
                                    "Make it a file that this process may read."));
        }
    }

    private void takeUnlessSubmittedSince(FileWatch.Content content) {
        boolean isOld =
                content instanceof FileWatch.Text text
                        && revisions.wasNewest(Origin.FILE, text.text());
        if (!isOld || !isSubmitted()) {
            take(content);
        }
    }

    private void doWithout() {
        switch (deployment) {
            case LAPTOP -> {
                if (!isSubmitted()) {
                    detect();
                }
            }
            case CLUSTER -> {
                if (revisions.current().isEmpty()) {
                    LOG.warnf(
                            "there is no configuration yet: submit a document, or mount it as %s",
                            file);
                }
            }
        }
    }

    private void detect() {
        var detected = detection.get();
        revisions.accept(
                new Candidate(
                        Origin.DETECTED,
                        detected.document(),
                        AUTHOR_OF_DETECTED,
                        detected.source()));
    }

    private boolean isSubmitted() {
        return revisions
                .current()
                .filter(current -> current.revision().origin() == Origin.SUBMITTED)
                .isPresent();
    }
}
