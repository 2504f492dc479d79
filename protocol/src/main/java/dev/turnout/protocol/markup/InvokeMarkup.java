package dev.turnout.protocol.markup;

import dev.turnout.protocol.call.InputShape;
import dev.turnout.protocol.call.MendedInput;
import dev.turnout.protocol.conversation.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Elements {@code invoke} with parameters, or with one JSON object:
 *
 * <pre>{@code
 * MiniMax    <minimax:tool_call>
 *              <invoke name="Read"><parameter name="path">a</parameter></invoke>
 *            </minimax:tool_call>
 * DeepSeek   <｜DSML｜tool_calls>
 *              <｜DSML｜invoke name="Read">
 *                <｜DSML｜parameter name="path" string="true">a</｜DSML｜parameter>
 *              </｜DSML｜invoke>
 *            </｜DSML｜tool_calls>
 * }</pre>
 */
record InvokeMarkup(
        List<Fence> fences, Pattern invoke, Pattern invoked, Pattern parameter, Pattern given)
        implements CallMarkup {

    static final InvokeMarkup MINIMAX = of("", "minimax:tool_call");
    static final InvokeMarkup DSML =
            of(
                    "｜DSML｜",
                    "｜DSML｜tool_calls",
                    "｜DSML｜tool_calls｜",
                    "｜DSML｜function_calls",
                    "｜DSML｜function_calls｜");

    /**
     * @param prefix of the elements' names
     * @param outer names of the element around the calls
     */
    private static InvokeMarkup of(String prefix, String... outer) {
        var fences = new ArrayList<Fence>();
        for (var name : outer) {
            var beginning = "\\s{0,64}<" + prefix + "invoke\\s";
            fences.add(Fence.of("<" + name + ">", "</" + name + ">", beginning));
        }
        var invoked = "</" + prefix + "invoke｜?>";
        var parameter = "<" + prefix + "parameter\\s+name=\"([^\"]{1,160})\"";
        return new InvokeMarkup(
                fences,
                Pattern.compile("<" + prefix + "invoke\\s+name=\"([^\"]{1,160})\"\\s*｜?>"),
                Pattern.compile(invoked),
                Pattern.compile(parameter + "(?:\\s+string=\"(true|false)\")?\\s*｜?>"),
                // A value may hold such an end: only one before the next element is it.
                Pattern.compile(
                        "</%sparameter｜?>(?=\\s*(?:%s|%s|\\z))"
                                .formatted(prefix, parameter, invoked)));
    }

    @Override
    public @Nullable List<MarkedCall> calls(
            String inside, Function<String, Tool.@Nullable Function> tools) {
        var text = new MarkupText(inside);
        var calls = new ArrayList<MarkedCall>();
        do {
            var name = text.take(invoke);
            var tool = name == null ? null : tools.apply(name.group(1));
            var input = tool == null ? null : input(text, tool);
            if (name == null || input == null) {
                return null;
            }
            calls.add(new MarkedCall(name.group(1), input));
        } while (!text.atEnd());
        return calls;
    }

    private @Nullable String input(MarkupText text, Tool.Function tool) {
        var parameters = new MarkedParameters(tool);
        boolean any = false;
        for (var start = text.take(parameter); start != null; start = text.take(parameter)) {
            var value = text.until(given);
            if (value == null) {
                return null;
            }
            any = true;
            if ("true".equals(start.group(2))) {
                parameters.addString(start.group(1), value);
            } else {
                parameters.add(start.group(1), value);
            }
        }
        if (text.take(invoked) != null) {
            return parameters.input();
        }
        var json = any ? null : text.until(invoked);
        return json == null ? null : MendedInput.object(json.strip(), InputShape.of(tool.schema()));
    }
}
