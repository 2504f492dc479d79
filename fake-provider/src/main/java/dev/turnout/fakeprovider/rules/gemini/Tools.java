package dev.turnout.fakeprovider.rules.gemini;

import static dev.turnout.fakeprovider.rules.gemini.Names.each;
import static dev.turnout.fakeprovider.rules.gemini.Names.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rules for {@code tools} and {@code toolConfig}. */
record Tools(Generation generation, Consumer<Violation> refuse) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.:-]{0,127}");

    void check(JsonNode body) {
        var names = new HashSet<String>();
        boolean search = false;
        var tools = each(field(body, "tools"));
        for (int i = 0; i < tools.size(); i++) {
            search |= !field(tools.get(i), "googleSearch").isMissingNode();
            var functions = each(field(tools.get(i), "functionDeclarations"));
            for (int j = 0; j < functions.size(); j++) {
                function(
                        functions.get(j),
                        "tools[%d].function_declarations[%d]".formatted(i, j),
                        names);
            }
        }
        if (search && !names.isEmpty() && generation == Generation.OLD) {
            refuse.accept(Violation.of("Tool use with function calling is unsupported"));
        }
        choice(field(body, "toolConfig", "functionCallingConfig"), names);
    }

    private void function(JsonNode function, String place, Set<String> names) {
        var name = field(function, "name").asText();
        if (!NAME.matcher(name).matches()) {
            refuse.accept(
                    Violation.in(
                            place + ".name",
                            "Invalid function name. Must start with a letter or an underscore. Must"
                                    + " be alphameric (a-z, A-Z, 0-9), underscores (_), dots (.),"
                                    + " colons (:) or dashes (-), with a maximum length of 128."));
        }
        if (!names.add(name)) {
            refuse.accept(Violation.of("Duplicate function declaration found: " + name));
        }
        var parameters = field(function, "parameters");
        if (!parameters.isMissingNode()) {
            if (!field(function, "parametersJsonSchema").isMissingNode()) {
                refuse.accept(
                        Violation.in(
                                place,
                                "parameters and parameters_json_schema are mutually exclusive."));
            }
            new Schemas(refuse).check(parameters, place + ".parameters");
        }
    }

    private void choice(JsonNode choice, Set<String> names) {
        if (choice.isMissingNode()) {
            return;
        }
        var mode = field(choice, "mode").asText("AUTO").toUpperCase(Locale.ROOT);
        var allowed = each(field(choice, "allowedFunctionNames"));
        if (!allowed.isEmpty() && !mode.equals("ANY") && !mode.equals("VALIDATED")) {
            refuse.accept(
                    Violation.of(
                            "Allowed function names should only be set when function calling mode"
                                    + " is ANY or VALIDATED."));
        }
        for (var name : allowed) {
            if (!names.contains(name.asText())) {
                refuse.accept(
                        Violation.of(
                                "Allowed function name '%s' is not a declared function."
                                        .formatted(name.asText())));
            }
        }
        if (names.isEmpty() && mode.equals("ANY")) {
            refuse.accept(
                    Violation.of("Function calling config is set without function_declarations."));
        }
    }
}
