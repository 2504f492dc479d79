package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.fakeprovider.rules.Seal;
import dev.turnout.fakeprovider.rules.gemini.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts that a reply becomes at Gemini; a search of the vendor's own is not among them. */
final class GeminiParts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GeminiParts() {}

    /** As they are streamed: prose in its deltas, calls whole. */
    static List<ObjectNode> pieces(Reply reply, boolean thoughts) {
        return parts(reply, thoughts, true);
    }

    /** As one answer has them: a part for each block. */
    static List<ObjectNode> whole(Reply reply, boolean thoughts) {
        var parts = parts(reply, thoughts, false);
        if (!parts.isEmpty() && !calls(reply)) {
            signature(reply).ifPresent(seal -> parts.getLast().put("thoughtSignature", seal));
        }
        return parts;
    }

    /** Empty text, with which a stream ends; without calls it bears the signature. */
    static ObjectNode last(Reply reply) {
        var last = JSON.objectNode().put("text", "");
        if (!calls(reply)) {
            signature(reply).ifPresent(seal -> last.put("thoughtSignature", seal));
        }
        return last;
    }

    /** What the candidate says of the searches; empty for none. */
    static Optional<ObjectNode> grounding(Reply reply) {
        var metadata = JSON.objectNode();
        for (var block : reply.blocks()) {
            if (block instanceof Block.WebSearch search) {
                metadata.withArray("webSearchQueries").add(search.query());
                var chunks = metadata.withArray("groundingChunks");
                for (var hit : search.hits()) {
                    chunks.addObject()
                            .putObject("web")
                            .put("uri", hit.url())
                            .put("title", hit.title());
                }
            }
        }
        return metadata.isEmpty() ? Optional.empty() : Optional.of(metadata);
    }

    private static List<ObjectNode> parts(Reply reply, boolean thoughts, boolean inPieces) {
        var parts = new ArrayList<ObjectNode>();
        // The first call of a step is signed, and one that was thought about by itself.
        boolean sign = true;
        String thought = "";
        for (var block : reply.blocks()) {
            switch (block) {
                case Block.Thinking thinking -> {
                    sign = true;
                    thought = thinking.signature();
                    if (thoughts) {
                        prose(thinking.deltas(), inPieces)
                                .forEach(part -> parts.add(part.put("thought", true)));
                    }
                }
                case Block.Text text -> prose(text.deltas(), inPieces).forEach(parts::add);
                case Block.ToolUse tool -> {
                    var part = call(tool, Generation.of(reply.model()));
                    if (sign) {
                        var word = thought.isEmpty() ? tool.id() : thought;
                        part.put("thoughtSignature", Seal.THOUGHT_SIGNATURE.of(word));
                    }
                    sign = false;
                    parts.add(part);
                }
                case Block.WebSearch search -> {
                    // The candidate's metadata tell of it.
                }
            }
        }
        return parts;
    }

    private static Stream<ObjectNode> prose(List<String> deltas, boolean inPieces) {
        var texts = inPieces || deltas.isEmpty() ? deltas : List.of(String.join("", deltas));
        return texts.stream().map(text -> JSON.objectNode().put("text", text));
    }

    private static ObjectNode call(Block.ToolUse tool, Generation generation) {
        var part = JSON.objectNode();
        var call = part.putObject("functionCall").put("name", tool.name());
        call.set("args", Json.tree(tool.input()));
        if (generation == Generation.NEW) {
            call.put("id", tool.id());
        }
        return part;
    }

    private static boolean calls(Reply reply) {
        return reply.blocks().stream().anyMatch(Block.ToolUse.class::isInstance);
    }

    /** Of the last thought. */
    private static Optional<String> signature(Reply reply) {
        return reply.blocks().reversed().stream()
                .filter(Block.Thinking.class::isInstance)
                .map(block -> Seal.THOUGHT_SIGNATURE.of(((Block.Thinking) block).signature()))
                .findFirst();
    }
}
