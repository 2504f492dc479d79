package dev.turnout.protocol.property;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.property.RandomReply.Said;
import java.util.List;

/**
 * An answer as {@code streamGenerateContent} with {@code alt=sse} streams it: a whole response in
 * each event, calls whole, usage counted up with thoughts beside the candidates.
 */
final class GeminiStream {

    private final RandomReply reply;
    private final StringBuilder stream = new StringBuilder();

    private GeminiStream(RandomReply reply) {
        this.reply = reply;
    }

    static byte[] of(RandomReply reply, List<String> tools) {
        var writer = new GeminiStream(reply);
        for (var block : reply.blocks()) {
            switch (block) {
                case Said.Thought(var pieces) ->
                        pieces.forEach(piece -> writer.part(text(piece) + ",\"thought\":true"));
                case Said.Text(var pieces) -> pieces.forEach(piece -> writer.part(text(piece)));
                case Said.Call(_, var tool, var pieces) ->
                        writer.part(
                                "\"functionCall\":{\"name\":%s,\"args\":%s}"
                                        .formatted(
                                                RandomText.quoted(tools.get(tool)),
                                                pieces.isEmpty() ? "{}" : String.join("", pieces)));
            }
        }
        boolean cut = reply.stop().equals("max_tokens");
        writer.event("", ",\"finishReason\":\"%s\"".formatted(cut ? "MAX_TOKENS" : "STOP"));
        return writer.stream.toString().getBytes(UTF_8);
    }

    private static String text(String text) {
        return "\"text\":" + RandomText.quoted(text);
    }

    private void part(String fields) {
        event("{" + fields + "}", "");
    }

    private void event(String part, String more) {
        var usage = reply.usage();
        stream.append("data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[")
                .append(part)
                .append("]}")
                .append(more)
                .append(",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":")
                .append(usage.prompt())
                .append(",\"cachedContentTokenCount\":")
                .append(usage.cacheRead())
                .append(",\"candidatesTokenCount\":")
                .append(usage.output() - 1)
                .append(",\"thoughtsTokenCount\":1,\"totalTokenCount\":")
                .append(usage.prompt() + usage.output())
                .append("},\"modelVersion\":\"m\",\"responseId\":\"id-1\"}\r\n\r\n");
    }
}
