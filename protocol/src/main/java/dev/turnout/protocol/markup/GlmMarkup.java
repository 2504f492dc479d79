package dev.turnout.protocol.markup;

import dev.turnout.protocol.conversation.Tool;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GLM's pairs of keys and values:
 *
 * <pre>{@code
 * <tool_call>Read
 * <arg_key>path</arg_key>
 * <arg_value>a</arg_value>
 * </tool_call>
 * }</pre>
 */
record GlmMarkup(List<Fence> fences) implements CallMarkup {

    private static final Pattern NAME = Pattern.compile("[^\\s<{\\[\"]{1,160}");
    private static final String KEY = "<arg_key>";
    private static final String KEY_END = "</arg_key>";
    private static final String VALUE = "<arg_value>";

    /** A value may hold such an end: only one before the next key is it. */
    private static final Pattern VALUE_END =
            Pattern.compile("</arg_value>(?=\\s*(?:<arg_key>|\\z))");

    static final GlmMarkup GLM =
            new GlmMarkup(
                    List.of(
                            Fence.of(
                                    "<tool_call>",
                                    "</tool_call>",
                                    "\\s{0,64}"
                                            + NAME.pattern()
                                            + "\\s{0,64}(?:<arg_key>|</tool_call>)")));

    @Override
    public @Nullable List<MarkedCall> calls(
            String inside, Function<String, Tool.@Nullable Function> tools) {
        var text = new MarkupText(inside);
        var name = text.take(NAME);
        var tool = name == null ? null : tools.apply(name.group());
        if (name == null || tool == null) {
            return null;
        }
        var parameters = new MarkedParameters(tool);
        while (text.take(KEY)) {
            var key = text.until(KEY_END);
            var value = text.take(VALUE) ? text.until(VALUE_END) : null;
            if (key == null || value == null) {
                return null;
            }
            parameters.add(key.strip(), value);
        }
        return text.atEnd() ? List.of(new MarkedCall(name.group(), parameters.input())) : null;
    }
}
