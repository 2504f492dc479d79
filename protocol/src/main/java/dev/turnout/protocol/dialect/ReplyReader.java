package dev.turnout.protocol.dialect;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Takes a provider's answer of status 200 on its way to the client, and tells how it stands. One
 * object for one answer, used by one thread at a time.
 */
public interface ReplyReader {

    /**
     * Reads the next bytes of the body, in any chunking.
     *
     * @return what the client gets for them: the very array where the answer is relayed as it is;
     *     may be empty
     */
    byte[] read(byte[] chunk);

    /**
     * The body has ended, or nobody waits for the rest of it: a last event without its blank line
     * counts from now on.
     *
     * @return what the client still gets; may be empty
     */
    byte[] end();

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

    /**
     * Whether the answer is whole, though usage may follow: ended by its last event, or by an error
     * event.
     */
    boolean complete();

    /** Whether an error came after the answer had begun. */
    boolean failedInStream();

    /** What the answer has cost so far. */
    Usage usage();

    /** Why the model stopped, in Anthropic's words; null while that is not known. */
    @Nullable String stopReason();
}
