package dev.turnout.protocol.count;

import java.util.function.LongSupplier;

/**
 * Remembers what the long parts of prompts that do not change from turn to turn have counted:
 * system and tools. Bounded, and used by many threads.
 */
@FunctionalInterface
public interface PartCache {

    /** Remembers nothing. */
    PartCache NONE = (part, count) -> count.getAsLong();

    /** Tokens of the part: as remembered, or else counted now. */
    long get(PartHash part, LongSupplier count);
}
