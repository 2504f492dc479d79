package dev.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.config.acknowledgement.Acknowledgements;
import dev.turnout.config.document.Deployment;
import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.config.feed.Feeds;
import dev.turnout.config.keys.KeyFiles;
import dev.turnout.config.revision.RevisionsIn;
import dev.turnout.config.status.StatusReports;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.Acknowledgement.Outcome;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.ConfigStatus;
import dev.turnout.contracts.config.Submission;
import dev.turnout.contracts.config.SubmissionResult;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigResourceTest {

    private static final String DOCUMENT =
            """
            providers:
              anthropic: {key: sk-secret, url: "https://relay.example"}
              house: {profile: vllm}
            routes:
              default: [anthropic/*]
              agents: {Explore: [house/coder]}
            """;

    private final ConfigResource resource;

    ConfigResourceTest(@TempDir Path dir) {
        ConfigFeed feed = Feeds.immediate();
        var revisions = RevisionsIn.folder(dir.resolve("revisions"), Deployment.LAPTOP, feed);
        var keys = KeyFiles.of(dir.resolve("keys.json"), feed);
        var acknowledgements = new Acknowledgements();
        resource =
                new ConfigResource(
                        feed,
                        revisions,
                        keys,
                        acknowledgements,
                        StatusReports.of(revisions, keys, acknowledgements),
                        Runnable::run);
    }

    @Test
    void aSubmittedDocumentIsServedAndShown() {
        assertThat(submit(DOCUMENT, "alice", "a try"))
                .isInstanceOfSatisfying(
                        SubmissionResult.Accepted.class,
                        accepted -> assertThat(accepted.revision()).isEqualTo(1));

        var status = status();
        assertThat(status.revision()).isEqualTo(1);
        assertThat(status.source()).isEqualTo("submitted by alice: a try");
        assertThat(status.providers()).containsExactly("anthropic", "house");
        assertThat(status.routes())
                .isEqualTo(
                        Map.of(
                                "default",
                                List.of("anthropic/*"),
                                "agents.Explore",
                                List.of("house/coder")));
    }

    @Test
    void theStatusShowsNeitherKeyNorAddress() throws JsonProcessingException {
        submit(DOCUMENT, "alice", "a try");
        submit("providers: {mine: {url: 'https://me:sk-secret@relay.example'}}", "alice", "x");

        var json = new ObjectMapper().findAndRegisterModules().writeValueAsString(status());

        assertThat(json).doesNotContain("sk-secret").doesNotContain("relay.example");
    }

    @Test
    void beforeTheFirstDocumentTheStatusSaysSo() {
        assertThat(status())
                .isEqualTo(
                        new ConfigStatus(
                                0,
                                "no configuration yet",
                                List.of(),
                                Map.of(),
                                0,
                                List.of(),
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'',       alice, why, document",
        "'x: y',   ' ',   why, author",
        "'x: y',   alice, '',  reason",
        ",         alice, why, document"
    })
    void aSubmissionThatSaysTooLittleIsAProblem(
            String document, String author, String reason, String missing) {
        assertThatThrownBy(() -> submit(document, author, reason))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(e.problem().message()).contains("the " + missing);
                        });
    }

    @Test
    void acknowledgementsAreShown() {
        var applied = new Acknowledgement("gateway", "a", 1, Outcome.APPLIED, null, Instant.EPOCH);

        resource.acknowledge(applied).await().indefinitely();

        assertThat(status().replicas()).containsExactly(applied);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{'replica': 'a', 'outcome': 'applied', 'at': '2026-11-23T00:00:00Z'}",
                "{'service': 'gateway', 'outcome': 'applied', 'at': '2026-11-23T00:00:00Z'}",
                "{'service': 'gateway', 'replica': 'a', 'at': '2026-11-23T00:00:00Z'}",
                "{'service': 'gateway', 'replica': 'a', 'outcome': 'applied'}"
            })
    void anAcknowledgementThatSaysTooLittleIsAProblem(String json) throws JsonProcessingException {
        var said =
                new ObjectMapper()
                        .findAndRegisterModules()
                        .readValue(json.replace('\'', '"'), Acknowledgement.class);

        assertThatThrownBy(() -> resource.acknowledge(said))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST));
        assertThat(status().replicas()).isEmpty();
    }

    @Test
    void aWatcherFromTheFutureIsToldANewerRevision() {
        submit(DOCUMENT, "alice", "a try");

        var watcher = resource.watch(9, 0).subscribe().withSubscriber(AssertSubscriber.create(10));

        assertThat(watcher.getItems())
                .singleElement()
                .isInstanceOfSatisfying(
                        ConfigEvent.Revised.class,
                        revised -> assertThat(revised.snapshot().revision()).isEqualTo(10));
    }

    private SubmissionResult submit(String document, String author, String reason) {
        return resource.submit(new Submission(document, author, reason)).await().indefinitely();
    }

    private ConfigStatus status() {
        return resource.status().await().indefinitely();
    }
}
