package dev.turnout.search.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Uni<String> silence =
            Uni.createFrom().<String>nothing().onCancellation().invoke(() -> cancelled.set(true));

    @Test
    void anAnswerInTimePasses() {
        var answer = TimeLimit.within(LONG, Uni.createFrom().item("a"), TimeoutException::new);

        assertThat(answer.await().atMost(SOON)).isEqualTo("a");
    }

    @Test
    void aFailureInTimePasses() {
        var answer =
                TimeLimit.within(
                        LONG,
                        Uni.createFrom().<String>failure(new IllegalStateException("no")),
                        TimeoutException::new);

        assertThat(answer.onFailure().recoverWithItem(Throwable::getMessage).await().atMost(SOON))
                .isEqualTo("no");
    }

    /** Repeated, since it depends on who is first where both come at once. */
    @RepeatedTest(200)
    void whatTakesTooLongIsGivenUpAndFailsOnce() {
        var answer =
                TimeLimit.within(Duration.ZERO, silence, TimeoutException::new)
                        .onItemOrFailure()
                        .transformToUni((item, fault) -> Uni.createFrom().item(item + "/" + fault));

        assertThat(answer.await().atMost(SOON))
                .isEqualTo("null/java.util.concurrent.TimeoutException");
        assertThat(cancelled).isTrue();
    }

    @Test
    void oneWhoLeavesCancelsTheAnswer() {
        TimeLimit.within(LONG, silence, TimeoutException::new)
                .subscribe()
                .with(answer -> {})
                .cancel();

        assertThat(cancelled).isTrue();
    }
}
