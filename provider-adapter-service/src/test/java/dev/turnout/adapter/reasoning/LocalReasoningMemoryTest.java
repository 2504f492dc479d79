package dev.turnout.adapter.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A memory of one process forgets what is old, and what is too much. */
class LocalReasoningMemoryTest implements ReasoningMemoryContract {

    private final AtomicLong nanos = new AtomicLong();
    private final LocalReasoningMemory memory = new LocalReasoningMemory(nanos::get);

    @Override
    public ReasoningMemory memory() {
        return memory;
    }

    @Test
    void aTextIsForgottenAfterADay() {
        memory.remember(Map.of("{o}:a", "text"));

        nanos.addAndGet(Duration.ofHours(24).toNanos() - 1);
        assertThat(recall("{o}:a")).containsValue("text");
        nanos.incrementAndGet();
        assertThat(recall("{o}:a")).isEmpty();
    }

    @Test
    void itHoldsOnlySoMuch() {
        var megabyte = "x".repeat(1 << 20);
        var keys = new String[100];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = "{o}:" + i;
            memory.remember(Map.of(keys[i], megabyte));
        }

        assertThat(recall(keys).size()).isBetween(1, LocalReasoningMemory.MOST >> 20);
    }
}
