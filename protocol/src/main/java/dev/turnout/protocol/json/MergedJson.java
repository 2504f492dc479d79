package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON objects that become one: a later field replaces an earlier one of its name, and objects in
 * both become one in turn.
 */
public final class MergedJson {

    private sealed interface Value {
        record Plain(String json) implements Value {}

        record Fields(Map<String, Value> byName) implements Value {}
    }

    private final Value.Fields all = new Value.Fields(new LinkedHashMap<>());

    /** Adds an object; anything else changes nothing. */
    public void add(String object) {
        var json = object.getBytes(UTF_8);
        try (var scan = JsonScan.of(json)) {
            add(scan, json, all);
        }
    }

    /** The one object. */
    public String text() {
        var text = new StringBuilder();
        write(all, text);
        return text.toString();
    }

    private static void add(JsonScan scan, byte[] json, Value.Fields to) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            var name = scan.name();
            if (scan.isObject()) {
                var fields =
                        to.byName().get(name) instanceof Value.Fields former
                                ? former
                                : new Value.Fields(new LinkedHashMap<>());
                to.byName().put(name, fields);
                add(scan, json, fields);
            } else {
                var span = scan.span();
                to.byName()
                        .put(
                                name,
                                new Value.Plain(
                                        new String(json, span.offset(), span.length(), UTF_8)));
            }
        }
    }

    private static void write(Value value, StringBuilder text) {
        switch (value) {
            case Value.Plain(var json) -> text.append(json);
            case Value.Fields(var byName) -> {
                var comma = "";
                text.append('{');
                for (var field : byName.entrySet()) {
                    text.append(comma).append(JsonText.quote(field.getKey())).append(':');
                    write(field.getValue(), text);
                    comma = ",";
                }
                text.append('}');
            }
        }
    }
}
