package dev.turnout.protocol.sse;

/** Receives the events of a stream. */
@FunctionalInterface
public interface SseSink {

    /** Takes one event, whose bytes are valid during this call only. */
    void event(SseEvent event);

    /**
     * Whether the data of an event of this name matters. It is asked before the data is read; data
     * that does not matter is passed over without being kept, and the event comes without it.
     */
    default boolean wants(String name) {
        return true;
    }
}
