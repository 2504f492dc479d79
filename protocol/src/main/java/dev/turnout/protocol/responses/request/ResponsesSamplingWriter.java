package dev.turnout.protocol.responses.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Sampling;

/** How the answer is made: its limit and its randomness. Stop sequences are not known here. */
final class ResponsesSamplingWriter {

    /** OpenAI refuses less. */
    private static final int LEAST_TOKENS = 16;

    private ResponsesSamplingWriter() {}

    static void write(Sampling sampling, ResponsesDraft draft) {
        var out = draft.out();
        if (sampling.maxTokens() != null) {
            int wanted = Math.max(LEAST_TOKENS, sampling.maxTokens());
            var limit = draft.upstream().maxOutputTokens();
            out.field("max_output_tokens", limit == null ? wanted : Math.min(wanted, limit));
        }
        boolean random = !draft.model().thinks() && !draft.has(Quirk.NO_SAMPLING);
        if (sampling.temperature() != null && random) {
            out.name("temperature").number(sampling.temperature());
        } else if (sampling.temperature() != null) {
            draft.drop("temperature");
        }
        if (sampling.topP() != null && random) {
            out.name("top_p").number(sampling.topP());
        } else if (sampling.topP() != null) {
            draft.drop("top_p");
        }
        if (sampling.topK() != null) {
            draft.drop("top_k");
        }
        if (!sampling.stop().isEmpty()) {
            draft.drop("stop");
        }
    }
}
