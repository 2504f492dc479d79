package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Sampling;
import org.jspecify.annotations.Nullable;

/** The field {@code generationConfig}: how the answer is made, and in what form. */
final class GeminiConfigWriter {

    private static final double HOTTEST = 2;
    private static final int MAX_STOP = 5;

    private GeminiConfigWriter() {}

    static void write(Conversation conversation, GeminiFormatWriter format, GeminiDraft draft) {
        var sampling = conversation.sampling();
        var maxTokens = maxTokens(sampling, draft);
        draft.out().name("generationConfig").startObject();
        if (maxTokens != null) {
            draft.out().field("maxOutputTokens", maxTokens);
        }
        randomness(sampling, draft);
        stop(sampling, draft);
        format.write(draft);
        GeminiThinkingWriter.write(conversation.reasoning(), maxTokens, draft);
        draft.out().endObject();
    }

    private static @Nullable Integer maxTokens(Sampling sampling, GeminiDraft draft) {
        if (sampling.maxTokens() == null) {
            return null;
        }
        // Anthropic's 0 warms the cache and answers nothing; nobody else knows it.
        int wanted = Math.max(1, sampling.maxTokens());
        var limit = draft.upstream().maxOutputTokens();
        return limit == null ? wanted : Math.min(wanted, limit);
    }

    private static void randomness(Sampling sampling, GeminiDraft draft) {
        if (sampling.temperature() != null) {
            draft.out().name("temperature");
            draft.out().number(Math.clamp(sampling.temperature(), 0, HOTTEST));
        }
        if (sampling.topP() != null) {
            draft.out().name("topP").number(Math.clamp(sampling.topP(), 0, 1));
        }
        if (sampling.topK() != null && sampling.topK() > 0) {
            draft.out().field("topK", sampling.topK());
        } else if (sampling.topK() != null) {
            draft.drop("top_k");
        }
    }

    private static void stop(Sampling sampling, GeminiDraft draft) {
        var taken =
                sampling.stop().stream().filter(text -> !text.isEmpty()).limit(MAX_STOP).toList();
        if (taken.size() < sampling.stop().size()) {
            draft.drop("stop");
        }
        if (!taken.isEmpty()) {
            draft.out().name("stopSequences").startArray();
            taken.forEach(draft.out()::string);
            draft.out().endArray();
        }
    }
}
