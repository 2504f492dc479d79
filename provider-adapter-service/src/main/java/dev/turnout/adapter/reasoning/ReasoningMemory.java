package dev.turnout.adapter.reasoning;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Texts by key, for a while. */
public interface ReasoningMemory {

    /** How long a text is remembered: a working day, and the night. */
    Duration KEPT = Duration.ofHours(24);

    /** The texts that are remembered, each by its key. Answers on any thread, and may fail. */
    Future<Map<String, String>> recall(List<String> keys);

    /** Remembers these texts by their keys, each for {@link #KEPT} at most. May fail. */
    Future<Void> remember(Map<String, String> texts);
}
