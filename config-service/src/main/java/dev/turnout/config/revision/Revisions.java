package dev.turnout.config.revision;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.config.audit.AuditTrail;
import dev.turnout.config.document.Deployment;
import dev.turnout.config.document.DocumentResult;
import dev.turnout.config.document.Documents;
import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.ConfigError;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.contracts.config.SubmissionResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The newest revision, and the way to the next one: a document is validated whole, kept, and
 * pushed; a broken one changes nothing. Reading and accepting block: not on an event loop.
 */
@ApplicationScoped
public class Revisions {

    private static final Logger LOG = Logger.getLogger(Revisions.class);

    /** Nobody has come so far by counting. */
    private static final long HIGHEST_BELIEVED = 1_000_000_000_000L;

    private final RevisionStore store;
    private final Deployment deployment;
    private final ConfigFeed feed;
    private final AuditTrail audit;
    private final Clock clock;

    private volatile @Nullable Current current;
    private volatile List<ConfigError> lastErrors = List.of();
    private long highest;

    /**
     * What is served from.
     *
     * @param source where its document came from, in words
     */
    public record Current(Revision revision, Snapshot snapshot, String source) {}

    @Inject
    Revisions(
            RevisionSettings settings,
            @ConfigProperty(name = "turnout.deployment") String deployment,
            ObjectMapper json,
            ConfigFeed feed,
            AuditTrail audit) {
        this(
                new RevisionStore(settings.revisionsDir(), json),
                Deployment.of(deployment),
                feed,
                audit,
                Clock.systemUTC());
    }

    /**
     * @param clock numbers revisions
     */
    Revisions(
            RevisionStore store,
            Deployment deployment,
            ConfigFeed feed,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.deployment = deployment;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is served from; empty before the first good document. */
    public Optional<Current> current() {
        return Optional.ofNullable(current);
    }

    /** What was wrong with the newest document, if it was refused. */
    public List<ConfigError> lastErrors() {
        return lastErrors;
    }

    /** Whether the newest document of that origin, of those that are kept, was this one. */
    public boolean wasNewest(Origin origin, String document) {
        return store.newest(origin)
                .filter(revision -> revision.sha256().equals(Revision.sha256(document)))
                .isPresent();
    }

    /** Takes up where the process before left off: its newest revision that is still good. */
    public synchronized void restore() {
        store.tidy();
        highest = Math.max(highest, store.highest());
        store.newestFirst()
                .map(this::restored)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(this::serve);
    }

    /**
     * Makes the document the newest revision if nothing is wrong with it, and it is not the newest
     * already. A {@code PROBLEM} {@code UNAVAILABLE} where a submitted one cannot be kept.
     */
    public synchronized SubmissionResult accept(Candidate candidate) {
        return switch (Documents.read(candidate.document(), deployment)) {
            case DocumentResult.Invalid(List<ConfigError> errors) -> refuse(candidate, errors);
            case DocumentResult.Valid(Config config, List<ConfigError> warnings) -> {
                long revision = accept(candidate, config, warnings);
                lastErrors = List.of();
                yield new SubmissionResult.Accepted(
                        revision, warnings.stream().map(Revisions::words).toList());
            }
        };
    }

    /** Records that there is a document which cannot even be read. */
    public void unreadable(ConfigError error) {
        lastErrors = List.of(error);
        LOG.warnf("the configuration stays as it is: %s", words(error));
    }

    /**
     * Goes on above a number that somebody has seen. A control plane whose disk was lost, and whose
     * clock was set back, would number below it, and every replica would take its revisions for old
     * ones.
     */
    public synchronized void continueAbove(long seen) {
        if (seen <= highest || seen > HIGHEST_BELIEVED) {
            return;
        }
        LOG.warnf(
                "a replica serves from revision %d, known here are %d: going on above it",
                seen, highest);
        highest = seen;
        var now = current;
        if (now != null) {
            renew(now.revision().candidate(), now.snapshot().config(), now.source());
        }
    }

    private long accept(Candidate candidate, Config config, List<ConfigError> warnings) {
        var now = current;
        if (now != null && now.revision().sha256().equals(Revision.sha256(candidate.document()))) {
            current = new Current(now.revision(), now.snapshot(), candidate.source());
            return now.revision().revision();
        }
        long revision = renew(candidate, config, candidate.source());
        warnings.forEach(warning -> LOG.warnf("revision %d: %s", revision, words(warning)));
        audit.add(candidate.author(), "config.accepted", revision, candidate.reason());
        return revision;
    }

    private SubmissionResult refuse(Candidate candidate, List<ConfigError> errors) {
        lastErrors = errors;
        LOG.warnf(
                "a document is refused and the configuration stays as it is: %s",
                candidate.source());
        errors.forEach(error -> LOG.warn(words(error)));
        audit.add(
                candidate.author(),
                "config.refused",
                null,
                "%d errors, the first at %s".formatted(errors.size(), errors.getFirst().pointer()));
        return new SubmissionResult.Refused(errors);
    }

    /**
     * A number is the second in which it is given, or the next free one. Counting alone would let a
     * control plane without its disk give a number again that replicas have for another document:
     * neither side could tell the two apart.
     */
    private long renew(Candidate candidate, Config config, String source) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var revision = Revision.of(Math.max(highest + 1, at.getEpochSecond()), at, candidate);
        keep(revision);
        highest = revision.revision();
        LOG.infof("revision %d: %s", revision.revision(), source);
        serve(new Current(revision, snapshot(revision, config), source));
        return revision.revision();
    }

    private void keep(Revision revision) {
        try {
            store.keep(revision);
        } catch (IOException e) {
            switch (revision.origin()) {
                case SUBMITTED ->
                        throw Problem.of(
                                        ProblemCode.UNAVAILABLE,
                                        "the revision cannot be kept: the disk of the control plane"
                                                + " takes no files; see its log")
                                .asException();
                // They are found again at the next start.
                case FILE, DETECTED ->
                        LOG.errorf(
                                "revision %d cannot be kept: %s",
                                revision.revision(), e.toString());
            }
        }
    }

    private void serve(Current next) {
        current = next;
        feed.publish(next.snapshot());
    }

    private Optional<Current> restored(Revision revision) {
        return switch (Documents.read(revision.document(), deployment)) {
            case DocumentResult.Valid valid ->
                    Optional.of(
                            new Current(
                                    revision,
                                    snapshot(revision, valid.config()),
                                    revision.candidate().source()));
            case DocumentResult.Invalid invalid -> {
                LOG.warnf(
                        "revision %d is no longer valid and is passed over: %s",
                        revision.revision(),
                        invalid.errors().stream().map(Revisions::words).toList());
                yield Optional.empty();
            }
        };
    }

    private static Snapshot snapshot(Revision revision, Config config) {
        return new Snapshot(revision.revision(), revision.at(), config);
    }

    private static String words(ConfigError error) {
        var place = error.pointer().isEmpty() ? "" : error.pointer() + ": ";
        var nearest = error.nearest() == null ? "" : " (nearest: " + error.nearest() + ")";
        return place + error.problem() + nearest + ". " + error.remedy();
    }
}
