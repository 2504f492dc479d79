package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** Rules 2 to 4 for one open block. */
final class AnthropicBlockCheck {

    private final String type;
    private final Consumer<String> violation;
    private final StringBuilder json = new StringBuilder();
    private boolean signed;

    AnthropicBlockCheck(JsonNode shell, Consumer<String> violation) {
        this.type = shell.path("type").asText();
        this.violation = violation;
        if (type.isEmpty()) {
            violation.accept("rule 2: a block has no type");
        }
        if (!isEmpty(shell)) {
            // Claude Code loses what stands in the shell of a block.
            violation.accept("rule 2: the shell of a block is not empty: " + shell);
        }
    }

    boolean isTool() {
        return type.equals("tool_use");
    }

    void delta(JsonNode delta) {
        var kind = delta.path("type").asText();
        if (!allowed().contains(kind)) {
            violation.accept("rule 3: " + kind + " in a block of type " + type);
        }
        if (signed) {
            violation.accept("rule 3: " + kind + " behind the signature");
        }
        switch (kind) {
            case "signature_delta" -> signed = true;
            case "input_json_delta" -> json.append(delta.path("partial_json").asText());
            default -> {
                // Prose may be anything.
            }
        }
    }

    void stop() {
        if (!json.isEmpty() && StreamText.object(json.toString()) == null) {
            violation.accept("rule 4: the input of a tool is no JSON object: " + json);
        }
    }

    private boolean isEmpty(JsonNode shell) {
        return switch (type) {
            case "text" -> shell.path("text").asText().isEmpty();
            case "thinking" -> shell.path("thinking").asText().isEmpty();
            case "tool_use", "server_tool_use" -> shell.path("input").isEmpty();
            default -> true;
        };
    }

    private List<String> allowed() {
        return switch (type) {
            case "text" -> List.of("text_delta", "citations_delta");
            case "thinking" -> List.of("thinking_delta", "signature_delta");
            case "tool_use", "server_tool_use" -> List.of("input_json_delta");
            case "compaction" -> List.of("compaction_delta");
            default -> List.of();
        };
    }
}
