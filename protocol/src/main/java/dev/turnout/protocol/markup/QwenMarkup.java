package dev.turnout.protocol.markup;

import dev.turnout.protocol.conversation.Tool;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Qwen3-Coder's elements; the outer one is missing at times:
 *
 * <pre>{@code
 * <tool_call>
 * <function=Read>
 * <parameter=path>
 * a
 * </parameter>
 * </function>
 * </tool_call>
 * }</pre>
 */
record QwenMarkup(List<Fence> fences) implements CallMarkup {

    private static final Pattern FUNCTION =
            Pattern.compile("(<function=)?([^>\\s]{1,160})\\s{0,8}>");
    private static final Pattern PARAMETER = Pattern.compile("<parameter=([^>]{1,160})>\n?");

    /** A value may hold such an end: only one before the next element is it. */
    private static final Pattern GIVEN =
            Pattern.compile("\n?</parameter>(?=\\s*(?:<parameter=|</function>|\\z))");

    private static final String END = "</function>";

    static final QwenMarkup QWEN =
            new QwenMarkup(
                    List.of(
                            Fence.of(
                                    "<tool_call>",
                                    "</tool_call>",
                                    "\\s{0,64}<function=[^>\\s]{1,160}\\s{0,8}>"),
                            Fence.of("<function=", END, "[^>\\s]{1,160}\\s{0,8}>")));

    @Override
    public @Nullable List<MarkedCall> calls(
            String inside, Function<String, Tool.@Nullable Function> tools) {
        var text = new MarkupText(inside);
        var name = text.take(FUNCTION);
        var tool = name == null ? null : tools.apply(name.group(2));
        if (name == null || tool == null) {
            return null;
        }
        var parameters = new MarkedParameters(tool);
        for (var start = text.take(PARAMETER); start != null; start = text.take(PARAMETER)) {
            var value = text.until(GIVEN);
            if (value == null) {
                return null;
            }
            parameters.add(start.group(1).strip(), value);
        }
        boolean ended = name.group(1) == null || text.take(END);
        return ended && text.atEnd()
                ? List.of(new MarkedCall(name.group(2), parameters.input()))
                : null;
    }
}
