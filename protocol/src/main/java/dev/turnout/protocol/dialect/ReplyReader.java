package dev.turnout.protocol.dialect;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Watches a provider's answer of status 200 that is relayed as it is, and tells how it stands. One
 * object for one answer, used by one thread at a time.
 */
public interface ReplyReader {

    /** Reads the next bytes of the body, in any chunking. They are not kept. */
    void read(byte[] chunk);

    /** The body has ended: a last event without its blank line counts from now on. */
    void end();

    /**
     * Whether the answer has really begun: of a stream, with a first whole event that is neither a
     * ping nor an error; else with a JSON object that is not an error.
     */
    boolean meaningful();

    /** The error that came in place of an answer; null while there is none. */
    @Nullable Problem firstEventError(Target target);

    /**
     * Whether the bytes so far end between two events, so that a ping may be put in. Never in an
     * answer that is no stream.
     */
    boolean betweenEvents();

    /** Whether the answer is whole: ended by its last event, or by an error event. */
    boolean complete();

    /** Whether an error came after the answer had begun. */
    boolean failedInStream();

    /** What the answer has cost so far. */
    Usage usage();

    /** Why the model stopped, in Anthropic's words; null while that is not known. */
    @Nullable String stopReason();
}
