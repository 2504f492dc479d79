package dev.turnout.config.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.config.document.Deployment;
import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.config.feed.Feeds;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.SubmissionResult;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTest {

    private static final String DEMO = "providers: {demo: {}}";
    private static final String ANTHROPIC = "providers: {anthropic: {}}";
    private static final String BROKEN = "providers: {anthropi: {}}";
    private static final String LITERAL_KEY = "providers: {anthropic: {key: sk-secret}}";

    private final Path dir;

    private final ConfigFeed feed = Feeds.immediate();

    RevisionsTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void acceptedDocumentsAreCountedAndPushed() {
        var revisions = revisions();
        var watcher = feed.watch(0, 0).subscribe().withSubscriber(AssertSubscriber.create(10));

        assertThat(revisions.accept(RevisionsIn.submitted(DEMO))).isEqualTo(accepted(1));
        assertThat(revisions.accept(RevisionsIn.submitted(ANTHROPIC))).isEqualTo(accepted(2));

        assertThat(watcher.getItems())
                .filteredOn(ConfigEvent.Revised.class::isInstance)
                .extracting(event -> ((ConfigEvent.Revised) event).snapshot().revision())
                .containsExactly(1L, 2L);
        assertThat(served(revisions)).isEqualTo(ANTHROPIC);
    }

    @Test
    void theSameDocumentMakesNoNewRevision() {
        var revisions = revisions();
        revisions.accept(RevisionsIn.submitted(DEMO));

        assertThat(revisions.accept(RevisionsIn.submitted(DEMO))).isEqualTo(accepted(1));
    }

    @Test
    void anOlderDocumentMakesANewRevision() {
        var revisions = revisions();
        revisions.accept(RevisionsIn.submitted(DEMO));
        revisions.accept(RevisionsIn.submitted(ANTHROPIC));

        assertThat(revisions.accept(RevisionsIn.submitted(DEMO))).isEqualTo(accepted(3));
    }

    @Test
    void aBrokenDocumentChangesNothingAndIsRemembered() {
        var revisions = revisions();
        revisions.accept(RevisionsIn.submitted(DEMO));

        var result = revisions.accept(RevisionsIn.submitted(BROKEN));

        assertThat(result).isInstanceOf(SubmissionResult.Refused.class);
        assertThat(served(revisions)).isEqualTo(DEMO);
        assertThat(revisions.lastErrors())
                .isEqualTo(((SubmissionResult.Refused) result).errors())
                .isNotEmpty();
    }

    @Test
    void theNextGoodDocumentClearsTheErrors() {
        var revisions = revisions();
        revisions.accept(RevisionsIn.submitted(DEMO));
        revisions.accept(RevisionsIn.submitted(BROKEN));

        revisions.accept(RevisionsIn.submitted(DEMO));

        assertThat(revisions.lastErrors()).isEmpty();
    }

    @Test
    void warningsAreToldToWhoSubmits() {
        assertThat(revisions().accept(RevisionsIn.submitted(LITERAL_KEY)))
                .isInstanceOfSatisfying(
                        SubmissionResult.Accepted.class,
                        accepted ->
                                assertThat(accepted.warnings())
                                        .singleElement()
                                        .asString()
                                        .startsWith("/providers/anthropic/key: ")
                                        .doesNotContain("sk-secret"));
    }

    @Test
    void aNewProcessGoesOnWhereTheOldOneStopped() {
        revisions().accept(RevisionsIn.submitted(DEMO));
        revisions().restore();
        var next = revisions();

        next.restore();

        assertThat(served(next)).isEqualTo(DEMO);
        assertThat(next.accept(RevisionsIn.submitted(ANTHROPIC))).isEqualTo(accepted(2));
    }

    @Test
    void aRevisionThatIsNoLongerValidIsPassedOver() {
        var before = revisions();
        before.accept(RevisionsIn.submitted(DEMO));
        before.accept(RevisionsIn.submitted(LITERAL_KEY));
        var stricter = RevisionsIn.folder(dir, Deployment.CLUSTER, feed);

        stricter.restore();

        assertThat(served(stricter)).isEqualTo(DEMO);
        assertThat(stricter.accept(RevisionsIn.submitted(ANTHROPIC))).isEqualTo(accepted(3));
    }

    @Test
    void aNumberIsTheSecondInWhichItIsGivenOrTheNextFreeOne() {
        var revisions = at(1_000);

        assertThat(revisions.accept(RevisionsIn.submitted(DEMO))).isEqualTo(accepted(1_000));
        assertThat(revisions.accept(RevisionsIn.submitted(ANTHROPIC))).isEqualTo(accepted(1_001));
    }

    @Test
    void aControlPlaneThatLostItsDiskIsHeardByEveryReplica() {
        at(1_000).accept(RevisionsIn.submitted(DEMO));
        var otherFeed = Feeds.immediate();
        var fresh =
                RevisionsIn.folder(
                        dir.resolve("fresh"),
                        Deployment.LAPTOP,
                        otherFeed,
                        Instant.ofEpochSecond(1_060));
        fresh.restore();
        fresh.accept(RevisionsIn.submitted(ANTHROPIC));

        for (long has : new long[] {0, 1_000}) {
            var replica =
                    otherFeed.watch(has, 0).subscribe().withSubscriber(AssertSubscriber.create(10));
            assertThat(replica.getItems())
                    .containsExactly(
                            new ConfigEvent.Revised(fresh.current().orElseThrow().snapshot()));
        }
        assertThat(fresh.current().orElseThrow().snapshot().revision()).isEqualTo(1_060);
    }

    @Test
    void aRevisionThatCouldNotBeKeptLosesItsNumberForGood() throws IOException {
        at(1_000).accept(RevisionsIn.submitted(DEMO));
        var full = Files.writeString(dir.resolve("file"), "");
        RevisionsIn.folder(full, Deployment.LAPTOP, feed, Instant.ofEpochSecond(1_010))
                .accept(new Candidate(Origin.FILE, ANTHROPIC, "file", "the file x"));
        var next = at(1_020);
        next.restore();

        assertThat(next.accept(RevisionsIn.submitted(LITERAL_KEY)))
                .isInstanceOfSatisfying(
                        SubmissionResult.Accepted.class,
                        accepted -> assertThat(accepted.revision()).isEqualTo(1_020));
    }

    @Test
    void withAClockThatWasSetBackItGoesOnAboveWhatReplicasHaveSeen() {
        var revisions = revisions();
        revisions.accept(RevisionsIn.submitted(DEMO));

        revisions.continueAbove(41);

        assertThat(revisions.current().orElseThrow().snapshot().revision()).isEqualTo(42);
        assertThat(served(revisions)).isEqualTo(DEMO);
        assertThat(revisions.accept(RevisionsIn.submitted(ANTHROPIC))).isEqualTo(accepted(43));
    }

    @Test
    void aNumberThatReplicasMayHaveSeenChangesNothing() {
        var revisions = revisions();
        revisions.accept(RevisionsIn.submitted(DEMO));

        revisions.continueAbove(1);
        revisions.continueAbove(Long.MAX_VALUE);

        assertThat(revisions.current().orElseThrow().snapshot().revision()).isEqualTo(1);
    }

    @Test
    void whatWasSeenBeforeTheFirstDocumentCountsAsWell() {
        var revisions = revisions();

        revisions.continueAbove(41);

        assertThat(revisions.current()).isEmpty();
        assertThat(revisions.accept(RevisionsIn.submitted(DEMO))).isEqualTo(accepted(42));
    }

    @Test
    void aSubmittedDocumentThatCannotBeKeptIsNotAccepted() throws IOException {
        var notAFolder = Files.writeString(dir.resolve("file"), "");
        var revisions = RevisionsIn.folder(notAFolder, Deployment.LAPTOP, feed);

        assertThatThrownBy(() -> revisions.accept(RevisionsIn.submitted(DEMO)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UNAVAILABLE));
        assertThat(revisions.current()).isEmpty();
    }

    @Test
    void aFileIsServedEvenIfItCannotBeKept() throws IOException {
        var notAFolder = Files.writeString(dir.resolve("file"), "");
        var revisions = RevisionsIn.folder(notAFolder, Deployment.LAPTOP, feed);

        revisions.accept(new Candidate(Origin.FILE, DEMO, "file", "the file x"));

        assertThat(served(revisions)).isEqualTo(DEMO);
    }

    private Revisions at(long second) {
        return RevisionsIn.folder(dir, Deployment.LAPTOP, feed, Instant.ofEpochSecond(second));
    }

    private Revisions revisions() {
        return RevisionsIn.folder(dir, Deployment.LAPTOP, feed);
    }

    private static String served(Revisions revisions) {
        return revisions.current().orElseThrow().revision().document();
    }

    private static SubmissionResult accepted(long revision) {
        return new SubmissionResult.Accepted(revision, List.of());
    }
}
