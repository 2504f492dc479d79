package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The rules for the body of a chat completion ([openai SDK 7.57] completions.d.ts). */
public final class ChatRules {

    private static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "messages",
                    "audio",
                    "frequency_penalty",
                    "function_call",
                    "functions",
                    "logit_bias",
                    "logprobs",
                    "max_completion_tokens",
                    "max_tokens",
                    "metadata",
                    "modalities",
                    "moderation",
                    "n",
                    "parallel_tool_calls",
                    "prediction",
                    "presence_penalty",
                    "prompt_cache_key",
                    "prompt_cache_options",
                    "prompt_cache_retention",
                    "reasoning_effort",
                    "response_format",
                    "safety_identifier",
                    "seed",
                    "service_tier",
                    "stop",
                    "store",
                    "stream",
                    "stream_options",
                    "temperature",
                    "tool_choice",
                    "tools",
                    "top_logprobs",
                    "top_p",
                    "user",
                    "verbosity",
                    "web_search_options");
    static final Set<String> EFFORTS =
            Set.of("none", "minimal", "low", "medium", "high", "xhigh", "max");
    private static final int STOPS = 4;

    private ChatRules() {}

    /**
     * What is wrong with a body, in the order in which the vendor would say it; empty for nothing.
     *
     * @param body a missing node where it is not JSON
     * @param unknownAllowed whether fields pass that the vendor does not know
     */
    public static List<Refusal> refusals(JsonNode body, boolean unknownAllowed) {
        var refusals = new ArrayList<Refusal>();
        if (!body.isObject()) {
            refusals.add(
                    new Refusal("We could not parse the JSON body of your request.", null, null));
            return refusals;
        }
        if (body.path("model").asText().isEmpty()) {
            refusals.add(new Refusal("you must provide a model parameter", null, null));
        }
        var fields = new Fields(unknownAllowed, refusals::add);
        fields.check(body, "", FIELDS);
        AnthropicLeftovers.check(body, Set.of(), refusals::add);
        new MessageRules(fields, refusals::add).check(body.path("messages"));
        ToolTurns.check(body.path("messages"), refusals::add);
        new ToolRules(fields, refusals::add).check(body);
        options(body, refusals::add);
        return refusals;
    }

    private static void options(JsonNode body, Consumer<Refusal> refuse) {
        if (body.has("max_tokens") && body.has("max_completion_tokens")) {
            refuse.accept(
                    Refusal.of(
                            "max_tokens",
                            "Setting 'max_tokens' and 'max_completion_tokens' at the same time is"
                                    + " not supported."));
        }
        for (var field : List.of("max_tokens", "max_completion_tokens")) {
            var value = body.path(field);
            if (!empty(value) && (!value.isIntegralNumber() || value.asLong() < 1)) {
                refuse.accept(Refusal.type(field, "an integer of at least 1", value.toString()));
            }
        }
        between(body, "temperature", 2, refuse);
        between(body, "top_p", 1, refuse);
        var stop = body.path("stop");
        if (!empty(stop) && !stop.isTextual() && !stop.isArray()) {
            refuse.accept(Refusal.type("stop", "a string or an array", stop.toString()));
        }
        if (stop.size() > STOPS) {
            refuse.accept(Refusal.tooLong("stop", STOPS, stop.size()));
        }
        if (!empty(body.path("stream_options")) && !body.path("stream").asBoolean()) {
            refuse.accept(
                    Refusal.of(
                            "stream_options",
                            "The 'stream_options' parameter is only allowed when 'stream' is"
                                    + " enabled."));
        }
        var effort = body.path("reasoning_effort");
        if (!empty(effort) && !EFFORTS.contains(effort.asText())) {
            refuse.accept(Refusal.value("reasoning_effort", effort.asText(), EFFORTS));
        }
    }

    private static void between(JsonNode body, String field, int maximum, Consumer<Refusal> to) {
        var value = body.path(field);
        if (!empty(value)
                && (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > maximum)) {
            to.accept(Refusal.type(field, "a number from 0 to " + maximum, value.toString()));
        }
    }

    static boolean empty(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
