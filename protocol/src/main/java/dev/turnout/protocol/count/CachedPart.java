package dev.turnout.protocol.count;

import dev.turnout.contracts.provider.Span;
import java.util.function.Consumer;

/** A part of a prompt that is counted once for all turns: its text, by {@code o200k_base}. */
enum CachedPart {
    SYSTEM,
    TOOLS;

    /**
     * Adds the part to a tally.
     *
     * @param count adds it to the tally that it is given, if nobody remembers it
     */
    void add(byte[] body, Span span, Tally tally, PartCache cache, Consumer<Tally> count) {
        var hash = PartHash.of(name(), body, span.offset(), span.length());
        tally.textTokens(
                cache.get(
                        hash,
                        () -> {
                            var part = new Tally(ModelCost.of(""));
                            count.accept(part);
                            return part.textTokens();
                        }));
    }
}
