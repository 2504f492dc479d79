package dev.turnout.protocol.anthropic.reply;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent.Started;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import dev.turnout.protocol.translate.ReplyIds;
import org.jspecify.annotations.Nullable;

/** What streams and documents of Messages have in common, each written into an open object. */
final class AnthropicReplyParts {

    private AnthropicReplyParts() {}

    /** The fields of a message in front of its content. */
    static void head(JsonWriter json, Started started, AnswerContext context) {
        var model = started.model();
        json.field("id", ReplyIds.answer(started.id(), "msg_", context))
                .field("type", "message")
                .field("role", "assistant")
                .field("model", model == null ? context.target().model() : model);
    }

    /** The fields that say why the model stopped. */
    static void reason(JsonWriter json, Stopped stopped) {
        json.field("stop_reason", stopped.reason());
        orNull(json.name("stop_sequence"), stopped.sequence());
        if (stopped.reason().equals(Stopped.REFUSAL)) {
            json.name("stop_details").startObject().field("type", "refusal");
            json.name("category").nothing();
            orNull(json.name("explanation"), stopped.explanation());
            json.endObject();
        }
    }

    /** The field {@code usage}. */
    static void usage(JsonWriter json, Usage usage) {
        json.name("usage")
                .startObject()
                .field("input_tokens", usage.input())
                .field("cache_creation_input_tokens", usage.cacheWrite())
                .field("cache_read_input_tokens", usage.cacheRead())
                .field("output_tokens", usage.output());
        if (usage.thinking() > 0) {
            json.name("output_tokens_details")
                    .startObject()
                    .field("thinking_tokens", usage.thinking())
                    .endObject();
        }
        if (usage.webSearches() > 0) {
            json.name("server_tool_use")
                    .startObject()
                    .field("web_search_requests", usage.webSearches())
                    .endObject();
        }
        json.endObject();
    }

    /** The fields of a block that comes whole. */
    static void block(JsonWriter json, ReplyBlock.RedactedThinking thinking) {
        json.field("type", "redacted_thinking").field("data", thinking.data());
    }

    /**
     * The fields of a block that comes whole. The SDKs' types want {@code encrypted_content}, which
     * Claude Code does without; an empty one is never Anthropic's, whose own API would refuse it.
     */
    static void block(JsonWriter json, ReplyBlock.WebSearchResult result) {
        json.field("type", "web_search_tool_result").field("tool_use_id", result.toolUseId());
        var error = result.errorCode();
        json.name("content");
        if (error != null) {
            json.startObject()
                    .field("type", "web_search_tool_result_error")
                    .field("error_code", error)
                    .endObject();
            return;
        }
        json.startArray();
        for (var hit : result.hits()) {
            hit(json, hit);
        }
        json.endArray();
    }

    private static void hit(JsonWriter json, Hit hit) {
        json.startObject()
                .field("type", "web_search_result")
                .field("title", hit.title())
                .field("url", hit.url())
                .field("encrypted_content", "");
        orNull(json.name("page_age"), hit.pageAge());
        json.endObject();
    }

    private static void orNull(JsonWriter json, @Nullable String text) {
        if (text == null) {
            json.nothing();
        } else {
            json.string(text);
        }
    }
}
