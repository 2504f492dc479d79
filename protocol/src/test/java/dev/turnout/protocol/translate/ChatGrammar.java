package dev.turnout.protocol.translate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of a Chat Completions stream, as OpenAI's own keeps them. */
public final class ChatGrammar {

    private static final Set<String> SAID =
            Set.of(
                    "role",
                    "content",
                    "reasoning_content",
                    "reasoning_details",
                    "refusal",
                    "tool_calls");

    private final boolean usageWanted;
    private final List<String> violations = new ArrayList<>();
    private final List<StringBuilder> arguments = new ArrayList<>();
    private String head = "";
    private String finish = "";
    private boolean usage;
    private String last = "";

    private ChatGrammar(boolean usageWanted) {
        this.usageWanted = usageWanted;
    }

    /**
     * What is wrong with a stream.
     *
     * @param whole whether it is to have an end
     */
    public static List<String> violations(
            List<WrittenEvent> stream, boolean whole, boolean usageWanted) {
        var grammar = new ChatGrammar(usageWanted);
        for (var event : stream) {
            grammar.check(event.name().isEmpty(), "an event with a name");
            grammar.check(grammar.last.isEmpty(), "an event behind the end");
            grammar.next(event.data());
        }
        grammar.check(whole != grammar.last.isEmpty(), "whole without an end, or the reverse");
        return grammar.violations;
    }

    private void next(JsonNode data) {
        if (data.isTextual()) {
            check(!finish.isEmpty(), "[DONE] without a finish_reason");
            check(usage == usageWanted, "usage that was not asked for, or none");
            last = "done";
        } else if (data.has("error")) {
            check(data.at("/error/message").isTextual(), "an error without a message");
            last = "error";
        } else {
            chunk(data);
        }
    }

    private void chunk(JsonNode chunk) {
        var now = chunk.path("id") + " " + chunk.path("created") + " " + chunk.path("model");
        boolean first = head.isEmpty();
        check(first || head.equals(now), "a chunk of another answer");
        head = now;
        check(chunk.path("object").asText().equals("chat.completion.chunk"), "no chunk");
        check(chunk.path("created").isIntegralNumber(), "no time");
        check(chunk.has("usage") == usageWanted, "a field usage that was not asked for, or none");
        var choices = chunk.path("choices");
        if (choices.isEmpty()) {
            check(!finish.isEmpty() && !usage, "usage at the wrong place");
            usage = true;
            usage(chunk.path("usage"));
            return;
        }
        check(finish.isEmpty(), "a chunk behind the finish_reason");
        check(choices.size() == 1 && choices.path(0).path("index").asInt(-1) == 0, "choices");
        delta(choices.path(0).path("delta"), first);
        if (choices.path(0).path("finish_reason").isTextual()) {
            finish(choices.path(0).path("finish_reason").asText());
        }
    }

    private void delta(JsonNode delta, boolean first) {
        check(first == delta.has("role"), "the role comes first and once");
        delta.fieldNames().forEachRemaining(name -> check(SAID.contains(name), name));
        for (var call : delta.path("tool_calls")) {
            int index = call.path("index").asInt(-1);
            if (call.has("id")) {
                check(index == arguments.size(), "a call out of order");
                check(!call.at("/function/name").asText().isEmpty(), "a call without a name");
                check(call.path("type").asText().equals("function"), "a call of no type");
                arguments.add(new StringBuilder());
            }
            check(index == arguments.size() - 1, "arguments of another call");
            arguments.getLast().append(call.at("/function/arguments").asText());
        }
    }

    private void finish(String reason) {
        finish = reason;
        check(!reason.equals("tool_calls") || !arguments.isEmpty(), "tool_calls without a call");
        check(!reason.equals("stop") || arguments.isEmpty(), "stop with a call");
        if (!reason.equals("length")) {
            for (var text : arguments) {
                check(WrittenEvent.isObject(text.toString()), "arguments: " + text);
            }
        }
    }

    private void usage(JsonNode usage) {
        check(
                usage.path("total_tokens").asLong(-1)
                        == usage.path("prompt_tokens").asLong()
                                + usage.path("completion_tokens").asLong(),
                "a sum that is none");
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
