package dev.turnout.adapter.attempt;

import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.protocol.translate.AnswerContext;
import java.time.Instant;

/** What is known of the answer to a call before it is there. */
public final class CallAnswer {

    private CallAnswer() {}

    /**
     * For whoever writes it in the client's dialect.
     *
     * @param streamUsage whether a client of OpenAI's dialects wants usage in its stream
     */
    public static AnswerContext context(ProviderCall call, boolean streamUsage) {
        return new AnswerContext(
                call.context().requestId(),
                call.target(),
                call.estimatedTokens(),
                streamUsage,
                Instant.now().getEpochSecond());
    }
}
