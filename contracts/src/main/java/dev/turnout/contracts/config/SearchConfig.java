package dev.turnout.contracts.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the web is searched.
 *
 * @param engines asked in this order, until one answers; empty where none is configured
 * @param cacheSeconds how long results are kept; 0 keeps none
 */
public record SearchConfig(List<Engine> engines, long cacheSeconds) {

    /** Results of the web stay true for that long. */
    public static final long USUAL_CACHE_SECONDS = 600;

    public static final SearchConfig NONE = new SearchConfig(List.of(), USUAL_CACHE_SECONDS);

    public SearchConfig {
        engines = List.copyOf(engines);
    }

    /**
     * One engine.
     *
     * @param engine its kind: {@code searxng}, or {@code demo}, which answers from within
     * @param url where it is; null for a kind that knows its own
     * @param timeoutMs how long it may take
     */
    public record Engine(String engine, @Nullable String url, long timeoutMs) {

        /** Engines that take longer than this have usually hung up on us. */
        public static final long USUAL_TIMEOUT_MS = 8_000;
    }
}
