package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.fakeprovider.grammar.ChatGrammar.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows one stream from chunk to chunk and writes down what breaks a rule. */
final class ChatStreamCheck {

    private final Usage asked;
    private final List<String> violations;
    private final Map<Integer, ChatChoiceCheck> choices = new LinkedHashMap<>();
    private int events;
    private @Nullable JsonNode first;
    private boolean usageSeen;
    private @Nullable String last;

    ChatStreamCheck(Usage asked, List<String> violations) {
        this.asked = asked;
        this.violations = violations;
    }

    void next(SseEvent event) {
        events++;
        if (!event.name().isEmpty()) {
            violated("rule 8: an event is named '" + event.name() + "'");
        }
        if (last != null) {
            violated("rule 7: something behind " + last);
        }
        if (event.data().equals(ChatGrammar.DONE)) {
            last = ChatGrammar.DONE;
            return;
        }
        var data = StreamText.object(event.data());
        if (data == null) {
            violated("rule 8: data is no JSON object: " + event.data());
        } else if (data.has("error")) {
            error(data.path("error"));
        } else {
            chunk(data);
        }
    }

    void end() {
        if (last == null) {
            violated("rule 7: neither [DONE] nor an error");
        } else if (last.equals(ChatGrammar.DONE)) {
            if (choices.isEmpty()) {
                violated("rule 5: no choice at all");
            }
            choices.values().forEach(ChatChoiceCheck::end);
            if (asked == Usage.ASKED && !usageSeen) {
                violated("rule 6: no usage, which was asked for");
            }
        }
    }

    private void error(JsonNode error) {
        last = "an error";
        if (error.path("type").asText().isEmpty() || !error.path("message").isTextual()) {
            violated("rule 7: an error without type and message");
        }
    }

    private void chunk(JsonNode chunk) {
        shell(chunk);
        if (usageSeen) {
            violated("rule 6: a chunk behind the usage");
        }
        var usage = chunk.path("usage");
        boolean hasUsage = !usage.isMissingNode() && !usage.isNull();
        if (hasUsage) {
            usage(usage);
        }
        var some = chunk.path("choices");
        if (some.isEmpty() != hasUsage) {
            violated("rule 6: either choices or usage, not " + chunk);
        }
        for (var choice : some) {
            if (!choice.path("index").isIntegralNumber() || !choice.path("delta").isObject()) {
                violated("rule 1: a choice without index and delta: " + choice);
            } else {
                choices.computeIfAbsent(
                                choice.path("index").intValue(),
                                index -> new ChatChoiceCheck(index, this::violated))
                        .next(choice);
            }
        }
    }

    private void shell(JsonNode chunk) {
        var former = first == null ? chunk : first;
        first = former;
        for (var field : List.of("id", "model")) {
            if (chunk.path(field).asText().isEmpty()) {
                violated("rule 1: a chunk has no " + field);
            }
        }
        if (!chunk.path("object").asText().equals("chat.completion.chunk")) {
            violated("rule 1: a chunk is a " + chunk.path("object"));
        }
        if (!chunk.path("created").isIntegralNumber()) {
            violated("rule 1: a chunk was created at " + chunk.path("created"));
        }
        if (!chunk.path("choices").isArray()) {
            violated("rule 1: a chunk has no choices");
        }
        for (var field : List.of("id", "object", "created")) {
            if (!chunk.path(field).equals(former.path(field))) {
                violated("rule 1: " + field + " has changed to " + chunk.path(field));
            }
        }
    }

    private void usage(JsonNode usage) {
        usageSeen = true;
        if (asked == Usage.NOT_ASKED) {
            violated("rule 6: usage, which nobody asked for");
        }
        var wrong = new ArrayList<String>();
        numbers(usage, wrong);
        for (var field : wrong) {
            violated("rule 9: " + field);
        }
        long prompt = usage.path("prompt_tokens").asLong(-1);
        long completion = usage.path("completion_tokens").asLong(-1);
        if (prompt < 0
                || completion < 0
                || usage.path("total_tokens").asLong(-1) != prompt + completion) {
            violated("rule 9: the tokens do not add up: " + usage);
        }
        long cached = usage.path("prompt_tokens_details").path("cached_tokens").asLong();
        if (cached > prompt) {
            violated("rule 9: more tokens are cached than the prompt has: " + usage);
        }
    }

    private static void numbers(JsonNode usage, List<String> wrong) {
        for (var field : usage.properties()) {
            var value = field.getValue();
            if (value.isObject()) {
                numbers(value, wrong);
            } else if (field.getKey().endsWith("_tokens")
                    && !value.isNull()
                    && (!value.isIntegralNumber() || value.asLong() < 0)) {
                wrong.add(field.getKey() + " is " + value);
            }
        }
    }

    private void violated(String rule) {
        violations.add(rule + " (event " + events + ")");
    }
}
