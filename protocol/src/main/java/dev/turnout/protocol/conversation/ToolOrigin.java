package dev.turnout.protocol.conversation;

import dev.turnout.protocol.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * How a client of the Responses API calls a tool that is a plain function to everybody else: its
 * answers have to call it so.
 *
 * @param namespace that it stands in; null outside of any
 * @param name within it
 * @param freeform whether its input is a text, which stands in {@link #INPUT} of a function's
 */
public record ToolOrigin(@Nullable String namespace, String name, boolean freeform) {

    /** The one field in the input of a function that stands for a tool with a text as input. */
    public static final String INPUT = "input";

    /** Schema of the input of such a function. */
    public static final String SCHEMA =
            """
            {"type":"object","properties":{"input":{"type":"string"}},"required":["input"]}""";

    private static final String BETWEEN = "__";

    /** The function's name, told from the declaration and from a call in the same way. */
    public String function() {
        if (namespace == null) {
            return name;
        }
        return namespace.endsWith(BETWEEN) ? namespace + name : namespace + BETWEEN + name;
    }

    /** A text as the input of such a function: a JSON object as text. */
    public static String input(String text) {
        return "{\"" + INPUT + "\":" + JsonText.quote(text) + "}";
    }
}
