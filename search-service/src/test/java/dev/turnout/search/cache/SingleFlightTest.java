package dev.turnout.search.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who shares an answer, and what becomes of one that nobody waits for. */
class SingleFlightTest {

    private final SingleFlight<String, String> flights = new SingleFlight<>();

    /** The answers that are being worked on; cancelled where the flight was. */
    private final List<CompletableFuture<String>> works = new ArrayList<>();

    private UniAssertSubscriber<String> join() {
        return flights.join("question", this::work, flying -> flying.map(it -> it + ", shared"))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<String> work() {
        var work = new CompletableFuture<String>();
        works.add(work);
        return Uni.createFrom().completionStage(work);
    }

    @Test
    void equalQuestionsAreAnsweredTogether() {
        var first = join();
        var second = join();

        works.getFirst().complete("answer");

        first.assertCompleted().assertItem("answer");
        second.assertCompleted().assertItem("answer, shared");
        assertThat(works).hasSize(1);
    }

    @Test
    void aFailureIsSharedAsItIs() {
        var fault = new IllegalStateException("no");
        var first = join();
        var second = join();

        works.getFirst().completeExceptionally(fault);

        assertThat(first.assertFailed().getFailure()).isSameAs(fault);
        assertThat(second.assertFailed().getFailure()).isSameAs(fault);
    }

    @Test
    void aQuestionThatWasAnsweredIsAskedAgain() {
        join();
        works.getFirst().complete("answer");

        var later = join();
        works.getLast().complete("another answer");

        later.assertCompleted().assertItem("another answer");
        assertThat(works).hasSize(2);
    }

    @Test
    void oneWhoLeavesDoesNotStopItForTheOthers() {
        var first = join();
        var second = join();

        first.cancel();
        assertThat(works.getFirst()).isNotCancelled();
        works.getFirst().complete("answer");

        second.assertCompleted().assertItem("answer, shared");
        first.assertNotTerminated();
    }

    @Test
    void whatNobodyWaitsForIsCancelledAndAskedAnewLater() {
        var first = join();
        var second = join();

        first.cancel();
        second.cancel();
        assertThat(works.getFirst()).isCancelled();

        var later = join();
        assertThat(works).hasSize(2);
        works.getLast().complete("answer");
        later.assertCompleted().assertItem("answer");
    }

    @Test
    void oneWhoLeavesTwiceCountsOnce() {
        var first = join();
        join();

        first.cancel();
        first.cancel();

        assertThat(works.getFirst()).isNotCancelled();
    }
}
