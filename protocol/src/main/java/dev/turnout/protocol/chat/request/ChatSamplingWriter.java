package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Sampling;
import java.util.List;

/** How the answer is made: its limit, its randomness, its end. */
final class ChatSamplingWriter {

    /** What OpenAI takes, and most servers with it. */
    private static final int MAX_STOP = 4;

    private ChatSamplingWriter() {}

    static void write(Sampling sampling, ChatDraft draft) {
        maxTokens(sampling, draft);
        if (draft.has(Quirk.NO_SAMPLING)) {
            dropRandomness(sampling, draft);
        } else {
            randomness(sampling, draft);
        }
        topK(sampling, draft);
        stop(sampling.stop(), draft);
    }

    private static void maxTokens(Sampling sampling, ChatDraft draft) {
        if (sampling.maxTokens() == null) {
            return;
        }
        // Anthropic's 0 warms the cache and answers nothing; nobody else knows it.
        int wanted = Math.max(1, sampling.maxTokens());
        var limit = draft.upstream().maxOutputTokens();
        draft.out()
                .field(
                        draft.has(Quirk.MAX_COMPLETION_TOKENS)
                                ? "max_completion_tokens"
                                : "max_tokens",
                        limit == null ? wanted : Math.min(wanted, limit));
    }

    private static void randomness(Sampling sampling, ChatDraft draft) {
        if (sampling.temperature() != null) {
            draft.out().name("temperature").number(sampling.temperature());
        }
        if (sampling.topP() != null) {
            draft.out().name("top_p").number(sampling.topP());
        }
    }

    private static void dropRandomness(Sampling sampling, ChatDraft draft) {
        if (sampling.temperature() != null) {
            draft.drop("temperature");
        }
        if (sampling.topP() != null) {
            draft.drop("top_p");
        }
    }

    private static void topK(Sampling sampling, ChatDraft draft) {
        if (sampling.topK() == null) {
            return;
        }
        if (draft.has(Quirk.TOP_K)) {
            draft.out().field("top_k", sampling.topK());
        } else {
            draft.drop("top_k");
        }
    }

    private static void stop(List<String> stop, ChatDraft draft) {
        boolean known = !draft.has(Quirk.NO_STOP);
        if (known && !stop.isEmpty()) {
            draft.out().name("stop").startArray();
            stop.stream().limit(MAX_STOP).forEach(draft.out()::string);
            draft.out().endArray();
        }
        if (stop.size() > (known ? MAX_STOP : 0)) {
            draft.drop("stop");
        }
    }
}
