package dev.turnout.protocol.translate;

import dev.turnout.contracts.provider.Usage;
import java.util.function.Consumer;

/**
 * Reads a provider's answer of status 200, a stream or a document, in its own dialect. One object
 * for one answer, used by one thread at a time.
 */
public interface ReplyDecoder {

    /** Reads the next bytes of the body, in any chunking, and tells what they say. */
    void read(byte[] chunk, Consumer<ReplyEvent> events);

    /**
     * The body has ended, or nobody waits for the rest of it. Tells {@link ReplyEvent.Stopped} if
     * the answer is whole but for that; says nothing where it was cut.
     */
    void end(Consumer<ReplyEvent> events);

    /**
     * Whether the model has said that it is done, or failed: no content comes any more, though
     * usage may.
     */
    boolean finished();

    /** What the answer has cost so far, as far as the provider says. */
    Usage usage();
}
