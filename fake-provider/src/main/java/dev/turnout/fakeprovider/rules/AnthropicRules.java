package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rules for the body of a message ([anthropic SDK 1.12] messages.d.ts and its beta; what Claude
 * Code sends beside that).
 *
 * <p>What differs from model to model is not ruled: which thinking it takes, and whether it goes on
 * with what is put into its mouth.
 */
public final class AnthropicRules {

    private static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "max_tokens",
                    "messages",
                    "system",
                    "stream",
                    "stop_sequences",
                    "temperature",
                    "top_p",
                    "top_k",
                    "tools",
                    "tool_choice",
                    "thinking",
                    "output_config",
                    "output_format",
                    "metadata",
                    "cache_control",
                    "service_tier",
                    "speed",
                    "inference_geo",
                    "container",
                    "diagnostics",
                    "context_management",
                    "mcp_servers",
                    "fallbacks",
                    "fallback_credit_token",
                    "billing_policy",
                    "thread",
                    "compaction",
                    "safeguards");

    private AnthropicRules() {}

    /** As {@link ChatRules#refusals}. */
    public static List<Refusal> refusals(JsonNode body, boolean unknownAllowed) {
        return refusals(body, unknownAllowed, true);
    }

    /** What is wrong with a body whose tokens shall be counted: it needs no limit of the answer. */
    public static List<Refusal> countRefusals(JsonNode body, boolean unknownAllowed) {
        return refusals(body, unknownAllowed, false);
    }

    private static List<Refusal> refusals(JsonNode body, boolean unknownAllowed, boolean limited) {
        var refusals = new ArrayList<Refusal>();
        var fields = new AnthropicFields(unknownAllowed, refusals::add);
        if (!body.isObject()) {
            fields.wrong("The request body is not valid JSON");
            return refusals;
        }
        if (fields.text(body.path("model"), "model") && body.path("model").asText().isEmpty()) {
            fields.wrong("model", "String should have at least 1 character");
        }
        fields.known(body, "", FIELDS);
        if (limited && !body.hasNonNull("max_tokens")) {
            fields.wrong("max_tokens", "Field required");
        }
        fields.atLeast(0, body.path("max_tokens"), "max_tokens");
        new AnthropicOptions(fields).check(body);
        var caching = new AnthropicCaching(fields);
        caching.check(body, "");
        new AnthropicTools(fields, caching).check(body);
        var messages = new AnthropicMessages(fields, new AnthropicBlocks(fields, caching));
        messages.system(body.path("system"));
        messages.check(body.path("messages"));
        caching.end();
        if (body.path("messages").isArray()) {
            boolean thinks = body.path("thinking").path("type").asText().equals("enabled");
            AnthropicTurns.check(body.path("messages"), thinks, fields);
        }
        return refusals;
    }
}
