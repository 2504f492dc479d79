package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules for the body of a request for embeddings ([openai SDK 7.57] embeddings.d.ts). */
public final class EmbeddingsRules {

    private static final Set<String> FIELDS =
            Set.of("model", "input", "encoding_format", "dimensions", "user");

    private static final Set<String> FORMATS = Set.of("float", "base64");

    private EmbeddingsRules() {}

    /** As {@link ChatRules#refusals}. */
    public static List<Refusal> refusals(JsonNode body, boolean unknownAllowed) {
        var refusals = new ArrayList<Refusal>();
        if (!body.isObject()) {
            refusals.add(
                    new Refusal("We could not parse the JSON body of your request.", null, null));
            return refusals;
        }
        if (body.path("model").asText().isEmpty()) {
            refusals.add(new Refusal("you must provide a model parameter", null, null));
        }
        new Fields(unknownAllowed, refusals::add).check(body, "", FIELDS);
        var input = body.path("input");
        if (ChatRules.empty(input)) {
            refusals.add(Refusal.missing("input"));
        } else if (!says(input)) {
            refusals.add(new Refusal("'$.input' is invalid.", "input", null));
        }
        var format = body.path("encoding_format").asText("float");
        if (!FORMATS.contains(format)) {
            refusals.add(Refusal.value("encoding_format", format, FORMATS));
        }
        var dimensions = body.path("dimensions");
        if (!ChatRules.empty(dimensions)
                && (!dimensions.isIntegralNumber() || dimensions.asInt() < 1)) {
            refusals.add(Refusal.type("dimensions", "an integer of at least 1", "" + dimensions));
        }
        return refusals;
    }

    /** Texts or tokens, one input or several, none of them empty. */
    private static boolean says(JsonNode input) {
        if (input.isTextual()) {
            return !input.textValue().isEmpty();
        }
        if (!input.isArray() || input.isEmpty()) {
            return false;
        }
        for (var one : input) {
            if (!one.isIntegralNumber() && !says(one)) {
                return false;
            }
        }
        return true;
    }
}
