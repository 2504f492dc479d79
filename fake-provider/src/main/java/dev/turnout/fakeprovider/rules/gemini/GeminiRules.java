package dev.turnout.fakeprovider.rules.gemini;

import static dev.turnout.fakeprovider.rules.gemini.Names.each;
import static dev.turnout.fakeprovider.rules.gemini.Names.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The rules for the bodies of {@code generateContent} and {@code countTokens}. */
public final class GeminiRules {

    private GeminiRules() {}

    /**
     * What is wrong with a body of {@code generateContent}; empty for nothing. Where it does not
     * fit the shape of a request, nothing else is said.
     *
     * @param body a missing node where it is not JSON
     * @param model the name in the path: generations differ
     */
    public static List<Violation> violations(JsonNode body, String model) {
        var shape = shape(body, "GenerateContentRequest");
        if (!shape.isEmpty()) {
            return shape;
        }
        var violations = new ArrayList<Violation>();
        var generation = Generation.of(model);
        contents(body, violations);
        Turns.check(field(body, "contents"), violations::add);
        Signatures.check(field(body, "contents"), generation, violations::add);
        new Tools(generation, violations::add).check(body);
        new Config(generation, violations::add).check(field(body, "generationConfig"));
        return violations;
    }

    /** What is wrong with a body of {@code countTokens}; as {@link #violations}. */
    public static List<Violation> countViolations(JsonNode body, String model) {
        var shape = shape(body, "CountTokensRequest");
        if (!shape.isEmpty()) {
            return shape;
        }
        var request = field(body, "generateContentRequest");
        if (!request.isMissingNode()) {
            return violations(request, model);
        }
        var violations = new ArrayList<Violation>();
        contents(body, violations);
        return violations;
    }

    private static List<Violation> shape(JsonNode body, String message) {
        return body.isObject()
                ? Shape.violations(body, message)
                : List.of(new Violation("", "Invalid JSON payload received. Expected an object."));
    }

    private static void contents(JsonNode body, List<Violation> violations) {
        if (each(field(body, "contents")).isEmpty()) {
            violations.add(Violation.in("contents", "contents is not specified"));
        }
    }
}
