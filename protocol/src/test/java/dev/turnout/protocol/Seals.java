package dev.turnout.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/**
 * The seal that tests use, and sealed signatures as goldens write them: {@code sealed <form>
 * <json>}, or {@code sealed elsewhere <form> <json>} where another target has thought.
 */
public final class Seals {

    public static final ReasoningSeal SEAL = new ReasoningSeal(List.of(new byte[32]), () -> {});

    private static final Target ELSEWHERE = Target.of("elsewhere/m");
    private static final String SEALED = "sealed ";
    private static final String SEALED_ELSEWHERE = SEALED + "elsewhere ";
    private static final List<String> FIELDS = List.of("signature", "encrypted_content");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Seals() {}

    /** Every sealed signature in the tree as goldens write it. */
    public static JsonNode shown(JsonNode tree) {
        tree.forEach(Seals::shown);
        if (tree instanceof ObjectNode object) {
            for (var field : FIELDS) {
                var signature = object.path(field).asText();
                if (ReasoningSeal.isSealed(signature)) {
                    object.put(field, words(signature));
                }
            }
        }
        return tree;
    }

    private static String words(String signature) {
        var payload = signature.substring(ReasoningSeal.PREFIX.length()).split("\\.")[0];
        try {
            var sealed = JSON.readTree(Base64.getUrlDecoder().decode(payload));
            var words = SEALED + sealed.path("form").asText() + " " + sealed.path("json").asText();
            return words.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(signature, e);
        }
    }

    /**
     * A client's request in which what goldens write is sealed.
     *
     * @param origin of what is not from elsewhere
     */
    public static byte[] sealed(byte[] request, Target origin) {
        if (!new String(request, UTF_8).contains("\"" + SEALED)) {
            return request;
        }
        try {
            var tree = JSON.readTree(request);
            seal(tree, origin);
            return JSON.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void seal(JsonNode tree, Target origin) {
        tree.forEach(child -> seal(child, origin));
        if (tree instanceof ObjectNode object) {
            for (var field : FIELDS) {
                var words = object.path(field).asText();
                if (words.startsWith(SEALED_ELSEWHERE)) {
                    object.put(field, signature(ELSEWHERE, object, words, SEALED_ELSEWHERE));
                } else if (words.startsWith(SEALED)) {
                    object.put(field, signature(origin, object, words, SEALED));
                }
            }
        }
    }

    private static String signature(Target origin, JsonNode block, String words, String prefix) {
        var parts = words.substring(prefix.length()).split(" ", 2);
        var carried = new Carried(parts[0], parts.length > 1 ? parts[1] : "");
        return SEAL.seal(origin, text(block), carried);
    }

    /** Of a thinking block, or of a reasoning item with its summary. */
    private static String text(JsonNode block) {
        if (block.has("thinking")) {
            return block.path("thinking").asText();
        }
        return String.join("\n\n", block.path("summary").findValuesAsText("text"));
    }
}
