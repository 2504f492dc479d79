package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.ReplyBlock.WebSearchResult;

/** What chunks and completions have in common. */
final class ChatReplyParts {

    private ChatReplyParts() {}

    /**
     * Why the model stopped, in OpenAI's words.
     *
     * @param reason in Anthropic's
     * @param calls whether a tool is called
     */
    static String finishReason(String reason, boolean calls) {
        return switch (reason) {
            case "max_tokens", "model_context_window_exceeded" -> "length";
            case "refusal" -> "content_filter";
            default -> calls ? "tool_calls" : "stop";
        };
    }

    /** The object {@code usage}: what was cached is a part of the prompt here. */
    static void usage(JsonWriter json, Usage usage) {
        json.startObject()
                .field("prompt_tokens", usage.prompt())
                .field("completion_tokens", usage.output())
                .field("total_tokens", usage.prompt() + usage.output());
        json.name("prompt_tokens_details")
                .startObject()
                .field("cached_tokens", usage.cacheRead())
                .field("cache_write_tokens", usage.cacheWrite())
                .endObject();
        if (usage.thinking() > 0) {
            json.name("completion_tokens_details")
                    .startObject()
                    .field("reasoning_tokens", usage.thinking())
                    .endObject();
        }
        json.endObject();
    }

    /**
     * An element of {@code reasoning_details}, which clients send back as it is. It holds no text:
     * {@code reasoning_content} does, and some clients would show it twice.
     *
     * @param index of the thinking in the answer, from 0
     */
    static void detail(JsonWriter json, String signature, int index) {
        json.startObject().field("type", "reasoning.text").field("signature", signature);
        json.field("format", "turnout").field("index", index).endObject();
    }

    /**
     * What a web search found, as text, for which alone this dialect has a place.
     *
     * @param first whether no text stands in front of it
     */
    static String links(WebSearchResult result, boolean first) {
        var text = new StringBuilder(first ? "" : "\n\n");
        if (result.errorCode() != null) {
            text.append("(The web search failed: ").append(result.errorCode()).append(")\n");
        }
        for (var hit : result.hits()) {
            var title = hit.title().isBlank() ? hit.url() : hit.title();
            text.append("- [")
                    .append(title.replace("[", "\\[").replace("]", "\\]"))
                    .append("](")
                    .append(hit.url())
                    .append(")\n");
        }
        return text.append('\n').toString();
    }
}
