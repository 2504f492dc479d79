package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.fakeprovider.rules.gemini.Names;
import dev.turnout.fakeprovider.rules.gemini.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes replies in the format of Gemini's {@code generateContent}, field and chunk order as the
 * vendor has them. Thoughts come where {@code includeThoughts} asks for them, signatures always.
 */
public final class GeminiWire {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "FakeProviderAnswer0001";

    /** Why a prompt is blocked, so that there is no candidate at all. */
    private static final Set<String> BLOCKS =
            Set.of("SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "IMAGE_SAFETY");

    private GeminiWire() {}

    /**
     * The answer of {@code generateContent}.
     *
     * @param request its body; a missing node for none
     */
    public static byte[] message(Reply reply, JsonNode request) {
        var finish = finishReason(reply.stopReason());
        var content = JSON.objectNode();
        var parts = GeminiParts.whole(reply, asksForThoughts(request));
        if (!parts.isEmpty()) {
            parts.forEach(part -> content.withArray("parts").add(part));
            content.put("role", "model");
        }
        var counted = new Counted(reply, reply.usage().output(), reply.reasoningTokens());
        return bytes(
                isBlocked(reply) ? blocked(counted, finish) : answer(counted, content, finish));
    }

    /** The chunks of {@code streamGenerateContent?alt=sse}, an element each with its blank line. */
    public static List<byte[]> events(Reply reply, JsonNode request) {
        return chunks(reply, request).stream().map(GeminiWire::event).toList();
    }

    /** The same chunks as elements of one array, which they are without {@code alt=sse}. */
    public static List<byte[]> array(Reply reply, JsonNode request) {
        return array(chunks(reply, request));
    }

    /**
     * An error in the shape of a body.
     *
     * @param word as for {@link Answer.Status#type}
     */
    public static byte[] error(int status, String word, String message) {
        return bytes(errorNode(status, word, message));
    }

    /** An error in the shape of the first and only event of a stream. */
    public static byte[] errorEvent(String word, String message) {
        return event(errorNode(GeminiErrors.statusOf(word), word, message));
    }

    /** An error as the only element of an array. */
    static byte[] errorArray(String word, String message) {
        return array(List.of(errorNode(GeminiErrors.statusOf(word), word, message))).getFirst();
    }

    /** What is said of a request that the vendor does not take. */
    static byte[] refused(List<Violation> violations) {
        var first = violations.getFirst();
        if (first.field() == null) {
            return error(400, "", first.description());
        }
        // What does not fit the shape of a request is said all at once.
        var lines = violations.stream().map(Violation::description).toList();
        var node = errorNode(400, "", String.join("\n", lines));
        var detail = node.withObject("error").putArray("details").addObject();
        detail.put("@type", "type.googleapis.com/google.rpc.BadRequest");
        var fields = detail.putArray("fieldViolations");
        for (var violation : violations) {
            fields.addObject()
                    .put("field", violation.field())
                    .put("description", violation.description());
        }
        return bytes(node);
    }

    /** How many tokens a prompt has, as {@code countTokens} says. */
    static byte[] totalTokens(int tokens) {
        var node = JSON.objectNode().put("totalTokens", tokens);
        node.putArray("promptTokensDetails")
                .addObject()
                .put("modality", "TEXT")
                .put("tokenCount", tokens);
        return bytes(node);
    }

    /** Tokens as far as a chunk knows them: what is said so far, thoughts among it. */
    private record Counted(Reply reply, int output, int thoughts) {}

    private static List<ObjectNode> chunks(Reply reply, JsonNode request) {
        var finish = finishReason(reply.stopReason());
        var end = new Counted(reply, reply.usage().output(), reply.reasoningTokens());
        if (isBlocked(reply)) {
            return List.of(blocked(end, finish));
        }
        var chunks = new ArrayList<ObjectNode>();
        int said = 0;
        int thoughts = 0;
        for (var part : GeminiParts.pieces(reply, asksForThoughts(request))) {
            said++;
            thoughts += part.has("thought") ? 1 : 0;
            int output = Math.min(said, end.output());
            chunks.add(answer(new Counted(reply, output, thoughts), content(part), ""));
        }
        // A model that has said nothing ends without content.
        var last = reply.blocks().isEmpty() ? JSON.objectNode() : content(GeminiParts.last(reply));
        chunks.add(answer(end, last, finish));
        return chunks;
    }

    private static ObjectNode content(ObjectNode part) {
        var content = JSON.objectNode();
        content.putArray("parts").add(part);
        return content.put("role", "model");
    }

    private static ObjectNode answer(Counted counted, ObjectNode content, String finishReason) {
        var answer = JSON.objectNode();
        var candidate = answer.putArray("candidates").addObject();
        candidate.set("content", content);
        if (!finishReason.isEmpty()) {
            candidate.put("finishReason", finishReason);
            GeminiParts.grounding(counted.reply())
                    .ifPresent(grounding -> candidate.set("groundingMetadata", grounding));
        }
        candidate.put("index", 0);
        return shell(answer, counted);
    }

    private static ObjectNode blocked(Counted counted, String reason) {
        var answer = JSON.objectNode();
        answer.putObject("promptFeedback").put("blockReason", reason);
        return shell(answer, counted);
    }

    private static ObjectNode shell(ObjectNode answer, Counted counted) {
        answer.set("usageMetadata", usage(counted));
        return answer.put("modelVersion", counted.reply().model()).put("responseId", ID);
    }

    /** Thoughts are counted by themselves; numbers that are zero are left out. */
    private static ObjectNode usage(Counted counted) {
        var tokens = counted.reply().usage();
        int said = Math.max(0, counted.output() - counted.thoughts());
        var usage = JSON.objectNode().put("promptTokenCount", tokens.prompt());
        count(usage, "candidatesTokenCount", said);
        usage.put("totalTokenCount", tokens.prompt() + said + counted.thoughts());
        count(usage, "cachedContentTokenCount", tokens.cacheRead());
        usage.putArray("promptTokensDetails")
                .addObject()
                .put("modality", "TEXT")
                .put("tokenCount", tokens.prompt());
        count(usage, "thoughtsTokenCount", counted.thoughts());
        return usage;
    }

    private static void count(ObjectNode usage, String field, int tokens) {
        if (tokens > 0) {
            usage.put(field, tokens);
        }
    }

    /** A word that is not Anthropic's stays, so that a script can use any that Google has. */
    private static String finishReason(String stopReason) {
        return switch (stopReason) {
            case "end_turn", "stop_sequence", "pause_turn", "tool_use" -> "STOP";
            case "max_tokens", "model_context_window_exceeded" -> "MAX_TOKENS";
            case "refusal" -> "SAFETY";
            default -> stopReason;
        };
    }

    private static boolean isBlocked(Reply reply) {
        return reply.blocks().isEmpty() && BLOCKS.contains(finishReason(reply.stopReason()));
    }

    private static boolean asksForThoughts(JsonNode request) {
        return Names.field(request, "generationConfig", "thinkingConfig", "includeThoughts")
                .asBoolean();
    }

    private static ObjectNode errorNode(int status, String word, String message) {
        return JSON.objectNode().set("error", GeminiErrors.of(status, word, message));
    }

    private static List<byte[]> array(List<ObjectNode> elements) {
        var array = new ArrayList<byte[]>();
        for (int i = 0; i < elements.size(); i++) {
            var before = i == 0 ? "[" : ",\r\n";
            var behind = i == elements.size() - 1 ? "\n]" : "\n";
            array.add((before + elements.get(i) + behind).getBytes(StandardCharsets.UTF_8));
        }
        return List.copyOf(array);
    }

    private static byte[] event(ObjectNode data) {
        return ("data: " + data + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
