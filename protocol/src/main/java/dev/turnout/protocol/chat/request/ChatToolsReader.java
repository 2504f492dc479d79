package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.ToolChoice.Kind;
import dev.turnout.protocol.conversation.ToolSchema;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields {@code tools} and {@code tool_choice}, and the older ones for functions. */
final class ChatToolsReader {

    private final Set<String> dropped;
    private final List<Tool> declared = new ArrayList<>();
    private @Nullable Kind kind;
    private @Nullable String one;
    private @Nullable Set<String> allowed;
    private boolean parallel = true;

    ChatToolsReader(Set<String> dropped) {
        this.dropped = dropped;
    }

    /** Those that the model may call. */
    List<Tool> callable() {
        var only = allowed;
        return only == null
                ? declared
                : declared.stream().filter(tool -> only.contains(tool.name())).toList();
    }

    @Nullable ToolChoice choice() {
        if (kind == null && (parallel || declared.isEmpty())) {
            return null;
        }
        return new ToolChoice(kind == null ? Kind.AUTO : kind, one, parallel);
    }

    void parallel(boolean allowed) {
        parallel = allowed;
    }

    /** Reads {@code tools}, or {@code functions}, whose elements are what is within a tool. */
    void read(JsonScan scan, JsonPlace place) {
        boolean bare = scan.name().equals("functions");
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        for (int i = 0; scan.nextElement(); i++) {
            if (bare) {
                declared.add(function(scan, place.to(i)));
            } else {
                tool(scan, place.to(i));
            }
        }
    }

    private void tool(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var type = "";
        @Nullable Tool function = null;
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "function" -> function = function(scan, place.to("function"));
                default -> {}
            }
        }
        if (function != null) {
            declared.add(function);
        } else {
            dropped.add(type.equals("custom") ? "tools.custom" : "tools.unknown");
        }
    }

    private static Tool function(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        @Nullable String name = null;
        var description = "";
        var schema = ToolSchema.EMPTY;
        @Nullable Boolean strict = null;
        while (scan.nextField()) {
            if (scan.isNull()) {
                continue;
            }
            switch (scan.name()) {
                case "name" -> name = scan.stringOrNull();
                case "description" -> description = scan.string();
                case "parameters" -> schema = ToolSchema.read(scan, place.to("parameters"));
                case "strict" -> strict = scan.isTrue();
                default -> {}
            }
        }
        return new Tool.Function(place.to("name").required(name), description, schema, strict);
    }

    /** Reads {@code tool_choice}, or {@code function_call}. */
    void choice(JsonScan scan, JsonPlace place) {
        if (scan.isString()) {
            kind = kind(scan, place);
        } else if (scan.enterObject()) {
            kind = Kind.ONE;
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "name" -> one = scan.stringOrNull();
                    case "function", "custom" -> one = name(scan);
                    case "allowed_tools" -> allowed(scan, place.to("allowed_tools"));
                    default -> {}
                }
            }
            if (kind == Kind.ONE) {
                place.to("function").to("name").required(one);
            }
        } else {
            throw place.wrong(scan, "a string or an object");
        }
    }

    private void allowed(JsonScan scan, JsonPlace place) {
        var names = new HashSet<String>();
        kind = Kind.AUTO;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "mode" -> kind = kind(scan, place.to("mode"));
                    case "tools" -> names(scan, names);
                    default -> {}
                }
            }
        }
        allowed = names;
    }

    private static void names(JsonScan scan, Set<String> names) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (scan.enterObject()) {
                    while (scan.nextField()) {
                        var name = scan.name().equals("function") ? name(scan) : null;
                        if (name != null) {
                            names.add(name);
                        }
                    }
                }
            }
        }
    }

    private static @Nullable String name(JsonScan scan) {
        @Nullable String name = null;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("name")) {
                    name = scan.stringOrNull();
                }
            }
        }
        return name;
    }

    private static Kind kind(JsonScan scan, JsonPlace place) {
        return switch (place.text(scan)) {
            case "auto" -> Kind.AUTO;
            case "required", "any" -> Kind.ANY;
            case "none" -> Kind.NONE;
            default -> throw place.invalid("Input should be auto, required, none or a tool.");
        };
    }
}
