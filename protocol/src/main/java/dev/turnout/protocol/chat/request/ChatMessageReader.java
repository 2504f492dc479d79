package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in a request.
 *
 * @param content all that it says; of an assistant's, its reasoning first and its calls last
 * @param functionCall a call in the older form, which has no id; null without one
 * @param callId what a tool's message answers; empty in others
 */
record ChatMessageReader(
        JsonPlace place,
        String role,
        List<Block> content,
        ChatCallsReader.@Nullable Function functionCall,
        String callId) {

    static ChatMessageReader read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var role = "";
        List<Block> said = List.of();
        @Nullable String refusal = null;
        @Nullable String reasoning = null;
        List<Block> calls = List.of();
        ChatCallsReader.@Nullable Function functionCall = null;
        @Nullable String callId = null;
        var thoughts = new ChatThoughtsReader();
        boolean named = false;
        while (scan.nextField()) {
            if (scan.isNull()) {
                continue;
            }
            switch (scan.name()) {
                case "role" -> role = scan.string();
                case "content" -> said = ChatPartsReader.read(scan, place.to("content"), dropped);
                case "refusal" -> refusal = scan.stringOrNull();
                case "reasoning_content", "reasoning" -> reasoning = scan.stringOrNull();
                case "tool_calls" -> calls = ChatCallsReader.read(scan, place.to("tool_calls"));
                case "function_call" ->
                        functionCall =
                                ChatCallsReader.Function.read(scan, place.to("function_call"));
                case "tool_call_id" -> callId = scan.stringOrNull();
                case "name" -> named = true;
                case "reasoning_details" ->
                        thoughts.read(scan, place.to("reasoning_details"), dropped);
                case "audio", "annotations" -> dropped.add("messages." + scan.name());
                default -> dropped.add("unknown");
            }
        }
        if (named && !role.equals("function")) {
            dropped.add("messages.name");
        }
        if (!role.equals("assistant")) {
            refuse(!calls.isEmpty(), place.to("tool_calls"));
            refuse(functionCall != null, place.to("function_call"));
            refuse(reasoning != null && !reasoning.isEmpty(), place.to("reasoning_content"));
            refuse(!thoughts.blocks(null).isEmpty(), place.to("reasoning_details"));
        }
        var content = new ArrayList<Block>(said.size() + calls.size() + 1);
        content.addAll(thoughts.blocks(reasoning));
        content.addAll(role.equals("assistant") ? withoutAttachments(said, dropped) : said);
        if (refusal != null && !refusal.isEmpty()) {
            content.add(new Block.Text(refusal, false));
        }
        content.addAll(calls);
        return new ChatMessageReader(
                place,
                role,
                content,
                functionCall,
                role.equals("tool") ? place.to("tool_call_id").required(callId) : "");
    }

    /** Images and documents are the user's to show. */
    private static List<Block> withoutAttachments(List<Block> said, Set<String> dropped) {
        var texts = said.stream().filter(Block.Text.class::isInstance).toList();
        if (texts.size() < said.size()) {
            dropped.add("attachment");
        }
        return texts;
    }

    private static void refuse(boolean present, JsonPlace field) {
        if (present) {
            throw field.invalid("Only messages of the assistant have it. Move it there.");
        }
    }
}
