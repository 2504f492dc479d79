package dev.turnout.protocol.edit;

import dev.turnout.contracts.provider.Span;
import java.nio.charset.StandardCharsets;

/**
 * One change to a body: a stretch of the received bytes, and what stands there instead.
 *
 * @param span what goes; may be empty, for an insertion
 * @param replacement what comes; may be empty, for a cut; not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // sent as they are; nobody compares edits
public record Edit(Span span, byte[] replacement) {

    /** The stretch goes and nothing comes. */
    public static Edit cut(Span span) {
        return new Edit(span, new byte[0]);
    }

    /** The stretch goes and this text comes, in UTF-8. */
    public static Edit replace(Span span, String text) {
        return new Edit(span, text.getBytes(StandardCharsets.UTF_8));
    }
}
