package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

/** Vectors that depend on nothing but the text: unit length, as OpenAI's are. */
final class Embeddings {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL_DIMENSIONS = 8;

    private Embeddings() {}

    /** The answer of a request: a vector for each input, numbers or base64 as it asks. */
    static byte[] answer(ReceivedRequest request) {
        var body = request.json();
        var inputs = inputs(body.path("input"));
        int dimensions = body.path("dimensions").asInt(USUAL_DIMENSIONS);
        boolean base64 = body.path("encoding_format").asText().equals("base64");
        var answer = JSON.objectNode().put("object", "list");
        var data = answer.putArray("data");
        int tokens = 0;
        for (int index = 0; index < inputs.size(); index++) {
            var vector = vector(inputs.get(index), dimensions);
            var embedding = data.addObject().put("object", "embedding").put("index", index);
            if (base64) {
                embedding.put("embedding", base64(vector));
            } else {
                addNumbers(embedding, vector);
            }
            tokens += tokens(inputs.get(index));
        }
        answer.put("model", request.model());
        answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One text or one list of tokens is one input; a list of those is several. */
    private static List<JsonNode> inputs(JsonNode input) {
        if (input.isTextual() || input.path(0).isNumber()) {
            return List.of(input);
        }
        return StreamSupport.stream(input.spliterator(), false).toList();
    }

    private static int tokens(JsonNode input) {
        return input.isTextual() ? 1 + input.textValue().length() / 4 : input.size();
    }

    private static float[] vector(JsonNode input, int dimensions) {
        // Both of these algorithms are fixed by their specification.
        var random = new Random(input.toString().hashCode());
        var vector = new float[dimensions];
        double square = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = random.nextFloat() - 0.5f;
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(square));
        }
        return vector;
    }

    private static void addNumbers(ObjectNode embedding, float[] vector) {
        var numbers = embedding.putArray("embedding");
        for (float number : vector) {
            numbers.add(number);
        }
    }

    /** Floats of 32 bits, the lowest byte first: what the official SDKs unpack. */
    private static String base64(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
