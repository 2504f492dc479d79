package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Load;
import dev.turnout.acceptance.client.Outcome;
import dev.turnout.acceptance.client.Request;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** New configurations while requests run. */
interface RevisionScenarios extends Scenario {

    int CLIENTS = 32;
    int REVISIONS = 10;
    int REQUESTS = 1_000;

    /**
     * Each revision renames the one provider, so a request that is planned by one revision and sent
     * by another finds no provider at all.
     */
    @Test
    default void noRequestIsLostWhileRevisionsArePushed() {
        // Given
        Map<Long, String> targets = new HashMap<>();
        push(0, targets);
        stage().provider().allowUnknownFields();
        var load = Load.start(CLIENTS, stage().client(), RevisionScenarios::request);

        // When
        for (int i = 1; i <= REVISIONS; i++) {
            push(i, targets);
            load.next(REQUESTS / REVISIONS);
        }
        var outcomes = load.stop();

        // Then
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(REQUESTS);
        assertThat(outcomes).allSatisfy(outcome -> assertAnswered(outcome, targets));
        assertThat(outcomes.stream().map(RevisionScenarios::revisionOf).distinct())
                .as("revisions that answered")
                .hasSizeGreaterThanOrEqualTo(REVISIONS);
        System.out.printf("%d requests during %d revisions%n", outcomes.size(), REVISIONS);
    }

    private static Request request(int number) {
        return number % 2 == 0 ? Request.stream("claude-x") : Request.whole("claude-x");
    }

    private void push(int number, Map<Long, String> targets) {
        var name = "vendor-" + number;
        var target = name + "/fake-stream-20x2";
        var document =
                new Document()
                        .anthropic(name, stage().provider().url())
                        .route("default", target)
                        .agent("agent-" + number, target);
        targets.put(stage().stack().pushConfig(document.toString()), target);
    }

    private static void assertAnswered(Outcome outcome, Map<Long, String> targets) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Got.class,
                        got -> {
                            assertThat(got.answer().status())
                                    .as(got.answer().text())
                                    .isEqualTo(200);
                            assertThat(got.answer().tokens()).isEqualTo(20);
                            assertThat(got.answer().header("x-turnout-target"))
                                    .isEqualTo(targets.get(revisionOf(got)));
                        });
    }

    private static long revisionOf(Outcome outcome) {
        return outcome instanceof Outcome.Got got
                ? Long.parseLong(got.answer().header("x-turnout-revision"))
                : -1;
    }
}
