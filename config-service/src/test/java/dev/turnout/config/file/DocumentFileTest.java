package dev.turnout.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.config.document.Deployment;
import dev.turnout.config.document.DetectedConfig;
import dev.turnout.config.revision.Origin;
import dev.turnout.config.revision.Revisions;
import dev.turnout.config.revision.RevisionsIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFileTest {

    private static final String DEMO = "providers: {demo: {}}";
    private static final String ANTHROPIC = "providers: {anthropic: {}}";
    private static final String BROKEN = "providers: {anthropi: {}}";

    private final Path home;

    DocumentFileTest(@TempDir Path home) {
        this.home = home;
    }

    /** One life of the control plane, on the files of the lives before. */
    private final class Life {

        final Revisions revisions;
        final DocumentFile file;

        Life(Deployment deployment) {
            revisions = RevisionsIn.folder(home.resolve("revisions"), deployment);
            file =
                    new DocumentFile(
                            new Settings(document(), Duration.ofDays(1)),
                            deployment,
                            revisions,
                            () -> DetectedConfig.from(Map.of(), Optional::empty));
            file.open();
        }

        long revision() {
            return current().snapshot().revision();
        }

        String served() {
            return current().revision().document();
        }

        Origin origin() {
            return current().revision().origin();
        }

        private Revisions.Current current() {
            return revisions.current().orElseThrow();
        }
    }

    private record Settings(Path file, Duration poll) implements FileSettings {}

    @Test
    void aFileIsServed() throws IOException {
        save(ANTHROPIC);

        var life = new Life(Deployment.CLUSTER);

        assertThat(life.served()).isEqualTo(ANTHROPIC);
        assertThat(life.current().source()).isEqualTo("the file " + document());
    }

    @Test
    void savingIsThePush() throws IOException {
        save(DEMO);
        var life = new Life(Deployment.LAPTOP);
        save(ANTHROPIC);

        life.file.look();

        assertThat(life.served()).isEqualTo(ANTHROPIC);
        assertThat(life.revision()).isEqualTo(2);
    }

    @Test
    void savingWhatIsBrokenChangesNothing() throws IOException {
        save(DEMO);
        var life = new Life(Deployment.LAPTOP);
        save(BROKEN);

        life.file.look();

        assertThat(life.served()).isEqualTo(DEMO);
        assertThat(life.revisions.lastErrors()).isNotEmpty();
    }

    @Test
    void removingTheFileChangesNothing() throws IOException {
        save(ANTHROPIC);
        var life = new Life(Deployment.LAPTOP);
        Files.delete(document());

        life.file.look();

        assertThat(life.served()).isEqualTo(ANTHROPIC);
    }

    @Test
    void withABrokenFileTheLastGoodRevisionIsServed() throws IOException {
        save(ANTHROPIC);
        var before = new Life(Deployment.LAPTOP);
        assertThat(before.revision()).isEqualTo(1);
        save(BROKEN);

        var life = new Life(Deployment.LAPTOP);

        assertThat(life.served()).isEqualTo(ANTHROPIC);
        assertThat(life.revisions.lastErrors()).isNotEmpty();
    }

    @Test
    void withABrokenFileAndNothingBeforeNothingIsServed() throws IOException {
        save(BROKEN);

        var life = new Life(Deployment.LAPTOP);

        assertThat(life.revisions.current()).isEmpty();
        assertThat(life.revisions.lastErrors()).isNotEmpty();
    }

    @Test
    void whatIsNoFileIsToldAndChangesNothing() throws IOException {
        Files.createDirectory(document());

        var life = new Life(Deployment.LAPTOP);

        assertThat(life.revisions.current()).isEmpty();
        assertThat(life.revisions.lastErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.problem()).contains("cannot be read"));
    }

    @Test
    void aLaptopWithoutAFileServesWhatIsDetected() {
        var life = new Life(Deployment.LAPTOP);

        assertThat(life.origin()).isEqualTo(Origin.DETECTED);
        assertThat(life.current().source()).contains("built-in demo");
    }

    @Test
    void aClusterWithoutAFileWaits() {
        assertThat(new Life(Deployment.CLUSTER).revisions.current()).isEmpty();
    }

    @Test
    void theFirstFileEndsDetection() throws IOException {
        var life = new Life(Deployment.LAPTOP);
        save(ANTHROPIC);

        life.file.look();

        assertThat(life.served()).isEqualTo(ANTHROPIC);
    }

    @Test
    void aLaptopWhoseFileIsGoneDetectsAnew() throws IOException {
        save(ANTHROPIC);
        assertThat(new Life(Deployment.LAPTOP).revision()).isEqualTo(1);
        Files.delete(document());

        var life = new Life(Deployment.LAPTOP);

        assertThat(life.origin()).isEqualTo(Origin.DETECTED);
        assertThat(life.revision()).isEqualTo(2);
    }

    @Test
    void aClusterWhoseFileIsGoneServesTheLastRevision() throws IOException {
        save(ANTHROPIC);
        assertThat(new Life(Deployment.CLUSTER).revision()).isEqualTo(1);
        Files.delete(document());

        assertThat(new Life(Deployment.CLUSTER).served()).isEqualTo(ANTHROPIC);
    }

    @Test
    void anUnchangedFileMakesNoNewRevisionAtTheNextStart() throws IOException {
        save(ANTHROPIC);
        assertThat(new Life(Deployment.LAPTOP).revision()).isEqualTo(1);

        assertThat(new Life(Deployment.LAPTOP).revision()).isEqualTo(1);
    }

    @Test
    void aSubmittedDocumentOutlivesAnUnchangedFile() throws IOException {
        save(ANTHROPIC);
        var before = new Life(Deployment.LAPTOP);
        before.revisions.accept(RevisionsIn.submitted(DEMO));

        var life = new Life(Deployment.LAPTOP);

        assertThat(life.served()).isEqualTo(DEMO);
        assertThat(life.revision()).isEqualTo(2);
    }

    @Test
    void aFileThatWasSavedMeanwhileWinsOverASubmittedDocument() throws IOException {
        save(ANTHROPIC);
        var before = new Life(Deployment.LAPTOP);
        before.revisions.accept(RevisionsIn.submitted(DEMO));
        save("providers: {deepseek: {}}");

        var life = new Life(Deployment.LAPTOP);

        assertThat(life.served()).isEqualTo("providers: {deepseek: {}}");
        assertThat(life.revision()).isEqualTo(3);
    }

    @Test
    void aSubmittedDocumentWinsOverDetection() {
        var before = new Life(Deployment.LAPTOP);
        before.revisions.accept(RevisionsIn.submitted(ANTHROPIC));

        assertThat(new Life(Deployment.LAPTOP).served()).isEqualTo(ANTHROPIC);
    }

    private Path document() {
        return home.resolve("config.json");
    }

    private void save(String text) throws IOException {
        Files.writeString(document(), text);
    }
}
