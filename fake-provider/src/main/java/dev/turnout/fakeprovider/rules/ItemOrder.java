package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ResponsesItems.typeOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Each call has one output behind it, each reasoning what it led to, each item an id of its own.
 */
final class ItemOrder {

    private final Consumer<Refusal> refuse;
    private final Set<String> ids = new HashSet<>();
    private final List<String> unanswered = new ArrayList<>();
    private @Nullable JsonNode reasoning;

    private ItemOrder(Consumer<Refusal> refuse) {
        this.refuse = refuse;
    }

    static void check(JsonNode input, Consumer<Refusal> refuse) {
        var order = new ItemOrder(refuse);
        input.forEach(order::next);
        order.followed();
        for (var call : order.unanswered) {
            order.refuse("No tool output found for function call %s.".formatted(call));
        }
    }

    private void next(JsonNode item) {
        var id = item.path("id").asText("");
        if (!id.isEmpty() && !ids.add(id)) {
            refuse(
                    ("Duplicate item found with id %s. Remove duplicate items from your input and"
                                    + " try again.")
                            .formatted(id));
        }
        var call = item.path("call_id").asText();
        switch (typeOf(item)) {
            case "reasoning" -> reasoning = item;
            case "function_call", "custom_tool_call" -> {
                reasoning = null;
                unanswered.add(call);
            }
            case "function_call_output", "custom_tool_call_output" -> {
                followed();
                if (!unanswered.remove(call)) {
                    refuse(
                            "No tool call found for function call output with call_id %s."
                                    .formatted(call));
                }
            }
            case "message" -> {
                if (!item.path("role").asText().equals("assistant")) {
                    followed();
                }
                reasoning = null;
            }
            // What the vendor's own tools did follows reasoning too.
            default -> reasoning = null;
        }
    }

    private void followed() {
        if (reasoning != null) {
            refuse(
                    ("Item '%s' of type 'reasoning' was provided without its required following"
                                    + " item.")
                            .formatted(reasoning.path("id").asText()));
        }
        reasoning = null;
    }

    private void refuse(String message) {
        refuse.accept(Refusal.of("input", message));
    }
}
