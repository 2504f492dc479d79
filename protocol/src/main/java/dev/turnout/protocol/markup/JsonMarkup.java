package dev.turnout.protocol.markup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.call.InputShape;
import dev.turnout.protocol.call.MendedInput;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls as JSON objects, one or several:
 *
 * <pre>{@code
 * Hermes   <tool_call>{"name": "Read", "arguments": {"path": "a"}}</tool_call>
 * Llama    <|python_tag|>{"name": "Read", "parameters": {"path": "a"}}<|eom_id|>
 * }</pre>
 */
record JsonMarkup(List<Fence> fences) implements CallMarkup {

    private static final String BEGINNING = "\\s{0,64}[\\[{]";

    static final JsonMarkup HERMES =
            new JsonMarkup(List.of(Fence.of("<tool_call>", "</tool_call>", BEGINNING)));

    static final JsonMarkup LLAMA =
            new JsonMarkup(
                    List.of(
                            Fence.of("<|python_tag|>", "<|eom_id|>", BEGINNING),
                            Fence.of("<|python_tag|>", "<|eot_id|>", BEGINNING)));

    @Override
    public @Nullable List<MarkedCall> calls(
            String inside, Function<String, Tool.@Nullable Function> tools) {
        var calls = new ArrayList<MarkedCall>();
        for (var object : MendedInput.objects(inside)) {
            var call = call(object.getBytes(UTF_8), tools);
            if (call == null) {
                return null;
            }
            calls.add(call);
        }
        return calls.isEmpty() ? null : calls;
    }

    private static @Nullable MarkedCall call(
            byte[] json, Function<String, Tool.@Nullable Function> tools) {
        @Nullable String name = null;
        var input = "";
        try (var scan = JsonScan.of(json)) {
            scan.enterObject();
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "name" -> name = scan.stringOrNull();
                    case "arguments", "parameters" ->
                            input = scan.isString() ? scan.string() : scan.compact(scan.start());
                    default -> {}
                }
            }
        }
        var tool = name == null ? null : tools.apply(name);
        if (name == null || tool == null) {
            return null;
        }
        var mended = MendedInput.of(input, InputShape.of(tool.schema()));
        return new MarkedCall(name, mended.isEmpty() ? "{}" : mended);
    }
}
