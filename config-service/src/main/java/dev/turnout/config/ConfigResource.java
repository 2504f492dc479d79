package dev.turnout.config;

import dev.turnout.config.acknowledgement.Acknowledgements;
import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.config.keys.KeyFile;
import dev.turnout.config.revision.Candidate;
import dev.turnout.config.revision.Origin;
import dev.turnout.config.revision.Revisions;
import dev.turnout.config.status.StatusReport;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.ConfigApi;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.ConfigStatus;
import dev.turnout.contracts.config.Submission;
import dev.turnout.contracts.config.SubmissionResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Answers the configuration contract; what blocks does so on a worker thread. */
@ApplicationScoped
public class ConfigResource implements ConfigApi {

    private final ConfigFeed feed;
    private final Revisions revisions;
    private final KeyFile keys;
    private final Acknowledgements acknowledgements;
    private final StatusReport report;
    private final Executor worker;

    @Inject
    ConfigResource(
            ConfigFeed feed,
            Revisions revisions,
            KeyFile keys,
            Acknowledgements acknowledgements,
            StatusReport report) {
        this(feed, revisions, keys, acknowledgements, report, Infrastructure.getDefaultExecutor());
    }

    ConfigResource(
            ConfigFeed feed,
            Revisions revisions,
            KeyFile keys,
            Acknowledgements acknowledgements,
            StatusReport report,
            Executor worker) {
        this.feed = feed;
        this.revisions = revisions;
        this.keys = keys;
        this.acknowledgements = acknowledgements;
        this.report = report;
        this.worker = worker;
    }

    @Override
    public Multi<ConfigEvent> watch(long after, long afterKeys) {
        worker.execute(
                () -> {
                    revisions.continueAbove(after);
                    keys.continueAbove(afterKeys);
                });
        return feed.watch(after, afterKeys);
    }

    @Override
    public Uni<Void> acknowledge(Acknowledgement acknowledgement) {
        if (!isWhole(acknowledgement)) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "an acknowledgement says its service, replica, outcome and time; one of"
                                    + " them is missing")
                    .asException();
        }
        acknowledgements.add(acknowledgement);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<SubmissionResult> submit(Submission submission) {
        return Uni.createFrom()
                .item(() -> revisions.accept(candidate(submission)))
                .runSubscriptionOn(worker);
    }

    @Override
    public Uni<ConfigStatus> status() {
        return Uni.createFrom().item(report::now);
    }

    private static Candidate candidate(Submission submission) {
        return new Candidate(
                Origin.SUBMITTED,
                said(submission.document(), "document"),
                said(submission.author(), "author"),
                said(submission.reason(), "reason"));
    }

    @SuppressWarnings("ConstantConditions") // a caller may leave out what it must say
    private static boolean isWhole(@Nullable Acknowledgement one) {
        return one != null
                && one.service() != null
                && one.replica() != null
                && one.outcome() != null
                && one.at() != null;
    }

    private static String said(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "a submission says its document, author and reason; the %s is missing"
                                    .formatted(what))
                    .asException();
        }
        return text;
    }
}
