package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules for the body of a response ([openai SDK 6.49] responses.d.ts). */
public final class ResponsesRules {

    private static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "input",
                    "background",
                    // Codex sends it.
                    "client_metadata",
                    "context_management",
                    "conversation",
                    "include",
                    "instructions",
                    "max_output_tokens",
                    "max_tool_calls",
                    "metadata",
                    "moderation",
                    "parallel_tool_calls",
                    "previous_response_id",
                    "prompt",
                    "prompt_cache_key",
                    "prompt_cache_options",
                    "prompt_cache_retention",
                    "reasoning",
                    "safety_identifier",
                    "service_tier",
                    "store",
                    "stream",
                    "stream_options",
                    "temperature",
                    "text",
                    "tool_choice",
                    "tools",
                    "top_logprobs",
                    "top_p",
                    "truncation",
                    "user");

    private static final Set<String> COUNTED =
            Set.of(
                    "model",
                    "input",
                    "conversation",
                    "instructions",
                    "parallel_tool_calls",
                    "personality",
                    "previous_response_id",
                    "reasoning",
                    "text",
                    "tool_choice",
                    "tools",
                    "truncation");

    private ResponsesRules() {}

    /** As {@link ChatRules#refusals}. */
    public static List<Refusal> refusals(JsonNode body, boolean unknownAllowed) {
        return refusals(body, FIELDS, unknownAllowed);
    }

    /** For the body of {@code /v1/responses/input_tokens}; as {@link ChatRules#refusals}. */
    public static List<Refusal> countRefusals(JsonNode body, boolean unknownAllowed) {
        return refusals(body, COUNTED, unknownAllowed);
    }

    private static List<Refusal> refusals(
            JsonNode body, Set<String> known, boolean unknownAllowed) {
        var refusals = new ArrayList<Refusal>();
        if (!body.isObject()) {
            refusals.add(
                    new Refusal("We could not parse the JSON body of your request.", null, null));
            return refusals;
        }
        if (body.path("model").asText().isEmpty()) {
            refusals.add(Refusal.missing("model"));
        }
        var fields = new Fields(unknownAllowed, refusals::add);
        fields.check(body, "", known);
        AnthropicLeftovers.check(body, Set.of("defer_loading"), refusals::add);
        input(body, fields, refusals);
        new ResponsesTools(fields, refusals::add).check(body);
        new ResponsesOptions(fields, refusals::add).check(body);
        return refusals;
    }

    private static void input(JsonNode body, Fields fields, List<Refusal> refusals) {
        var earlier = body.path("previous_response_id");
        if (!empty(earlier)) {
            // Nothing is stored here, whatever "store" says.
            refusals.add(
                    new Refusal(
                            "Previous response with id '%s' not found.".formatted(earlier.asText()),
                            "previous_response_id",
                            "previous_response_not_found"));
        }
        var input = body.path("input");
        if (empty(input)) {
            refusals.add(
                    new Refusal(
                            "One of \"input\" or \"previous_response_id\" or 'prompt' or"
                                    + " 'conversation_id' must be provided.",
                            null,
                            "missing_required_parameter"));
        } else if (input.isArray()) {
            new ResponsesItems(fields, refusals::add).check(input);
            ItemOrder.check(input, refusals::add);
        } else if (!input.isTextual()) {
            refusals.add(
                    Refusal.type(
                            "input",
                            "one of a string or array of input items",
                            input.getNodeType().name()));
        }
    }
}
