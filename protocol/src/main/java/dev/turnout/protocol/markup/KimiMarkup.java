package dev.turnout.protocol.markup;

import dev.turnout.protocol.call.InputShape;
import dev.turnout.protocol.call.MendedInput;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.json.ToolInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kimi's tokens; the section's are missing at times:
 *
 * <pre>{@code
 * <|tool_calls_section_begin|>
 *   <|tool_call_begin|>functions.Read:0<|tool_call_argument_begin|>{"path": "a"}<|tool_call_end|>
 * <|tool_calls_section_end|>
 * }</pre>
 */
record KimiMarkup(List<Fence> fences) implements CallMarkup {

    private static final String BEGIN = "<|tool_call_begin|>";
    private static final String END = "<|tool_call_end|>";
    private static final String ARGUMENTS = "<|tool_call_argument_begin|>";

    /** The name, and the number of the call. */
    private static final Pattern HEAD =
            Pattern.compile("([^\\s<|]{1,160}?)(?::\\d{1,6})?\\s{0,64}" + Pattern.quote(ARGUMENTS));

    static final KimiMarkup KIMI =
            new KimiMarkup(
                    List.of(
                            Fence.of(
                                    "<|tool_calls_section_begin|>",
                                    "<|tool_calls_section_end|>",
                                    "\\s{0,64}" + Pattern.quote(BEGIN)),
                            Fence.of(BEGIN, END, "\\s{0,64}" + HEAD.pattern())));

    @Override
    public @Nullable List<MarkedCall> calls(
            String inside, Function<String, Tool.@Nullable Function> tools) {
        var text = new MarkupText(inside);
        var calls = new ArrayList<MarkedCall>();
        do {
            text.take(BEGIN);
            var head = text.take(HEAD);
            var tool = head == null ? null : tools.apply(head.group(1));
            if (head == null || tool == null) {
                return null;
            }
            var arguments = text.until(END);
            arguments = arguments == null ? text.rest() : arguments;
            var input = input(arguments, tool);
            if (input == null) {
                return null;
            }
            calls.add(new MarkedCall(head.group(1), input));
        } while (!text.atEnd());
        return calls;
    }

    private static @Nullable String input(String arguments, Tool.Function tool) {
        return ToolInput.isNothing(arguments)
                ? "{}"
                : MendedInput.object(arguments.strip(), InputShape.of(tool.schema()));
    }
}
