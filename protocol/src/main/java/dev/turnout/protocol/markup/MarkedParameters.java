package dev.turnout.protocol.markup;

import dev.turnout.protocol.call.InputShape;
import dev.turnout.protocol.call.MendedInput;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a call that are marked one by one, as bare texts. */
final class MarkedParameters {

    private final InputShape shape;
    private final Map<String, String> json = new LinkedHashMap<>();

    MarkedParameters(Tool.Function tool) {
        this.shape = InputShape.of(tool.schema());
    }

    /** A value of the type that the tool's schema says. */
    void add(String name, String value) {
        json.put(name, MendedInput.value(value, shape.property(name)));
    }

    /** A value that the model says to be a string. */
    void addString(String name, String value) {
        json.put(name, JsonText.quote(value));
    }

    String input() {
        return json.entrySet().stream()
                .map(field -> JsonText.quote(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
