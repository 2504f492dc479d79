package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rule 8, the same in every grammar: the way from bytes to text to JSON. */
final class StreamText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamText() {}

    /** The text of a stream, which has to be UTF-8. */
    static String decode(byte[] stream, List<String> violations) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stream)).toString();
        } catch (CharacterCodingException e) {
            violations.add("rule 8: the bytes are not UTF-8");
            return new String(stream, StandardCharsets.UTF_8);
        }
    }

    /** The tree of a text; null where it is not JSON. */
    static @Nullable JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** The tree of a text that has to be an object; null where it is none. */
    static @Nullable JsonNode object(String json) {
        var tree = tree(json);
        return tree != null && tree.isObject() ? tree : null;
    }
}
