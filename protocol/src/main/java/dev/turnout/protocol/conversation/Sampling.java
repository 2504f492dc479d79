package dev.turnout.protocol.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is made. Null where the request says nothing.
 *
 * @param maxTokens of the answer, thinking included
 * @param stop texts that end the answer, in order
 */
public record Sampling(
        @Nullable Integer maxTokens,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        List<String> stop) {

    public static final Sampling USUAL = new Sampling(null, null, null, null, List.of());

    public Sampling {
        stop = List.copyOf(stop);
    }
}
