package dev.turnout.adapter.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every memory does, wherever it is. */
interface ReasoningMemoryContract {

    ReasoningMemory memory();

    @Test
    default void whatIsRememberedIsRecalled() {
        await(memory().remember(Map.of("{o}:a", "first \u2600", "{o}:b", "")));

        assertThat(recall("{o}:b", "{o}:x", "{o}:a"))
                .isEqualTo(Map.of("{o}:a", "first \u2600", "{o}:b", ""));
    }

    @Test
    default void theLastTextCounts() {
        await(memory().remember(Map.of("{o}:c", "old")));
        await(memory().remember(Map.of("{o}:c", "new")));

        assertThat(recall("{o}:c")).containsValue("new");
    }

    default Map<String, String> recall(String... keys) {
        return await(memory().recall(List.of(keys)));
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
