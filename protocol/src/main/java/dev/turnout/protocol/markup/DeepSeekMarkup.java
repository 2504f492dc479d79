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
 * DeepSeek's tokens, up to V3 with the word {@code function} and a fenced block, then without:
 *
 * <pre>{@code
 * <｜tool▁calls▁begin｜>
 *   <｜tool▁call▁begin｜>function<｜tool▁sep｜>Read
 *   ```json
 *   {"path": "a"}
 *   ```<｜tool▁call▁end｜>
 *   <｜tool▁call▁begin｜>Read<｜tool▁sep｜>{"path": "a"}<｜tool▁call▁end｜>
 * <｜tool▁calls▁end｜>
 * }</pre>
 */
record DeepSeekMarkup(List<Fence> fences) implements CallMarkup {

    private static final String BEGIN = "<｜tool▁call▁begin｜>";
    private static final String END = "<｜tool▁call▁end｜>";
    private static final String SEPARATOR = "<｜tool▁sep｜>";

    private static final Pattern HEAD =
            Pattern.compile(
                    "(?:function"
                            + SEPARATOR
                            + "([^\\s<]{1,160})|([^\\s<]{1,160})"
                            + SEPARATOR
                            + ")");

    static final DeepSeekMarkup DEEPSEEK =
            new DeepSeekMarkup(
                    List.of(
                            Fence.of(
                                    "<｜tool▁calls▁begin｜>",
                                    "<｜tool▁calls▁end｜>",
                                    "\\s{0,64}" + BEGIN),
                            Fence.of(BEGIN, END, HEAD.pattern())));

    @Override
    public @Nullable List<MarkedCall> calls(
            String inside, Function<String, Tool.@Nullable Function> tools) {
        var text = new MarkupText(inside);
        var calls = new ArrayList<MarkedCall>();
        do {
            text.take(BEGIN);
            var head = text.take(HEAD);
            if (head == null) {
                return null;
            }
            var name = head.group(1) == null ? head.group(2) : head.group(1);
            var arguments = text.until(END);
            var tool = tools.apply(name);
            if (tool == null) {
                return null;
            }
            var input =
                    MendedInput.object(
                            arguments == null ? text.rest() : arguments,
                            InputShape.of(tool.schema()));
            if (input == null) {
                return null;
            }
            calls.add(new MarkedCall(name, input.strip()));
        } while (!text.atEnd());
        return calls;
    }
}
