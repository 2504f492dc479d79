package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.ToolChoice.Kind;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields {@code tools} and {@code tool_choice}. All tools become functions but the web search,
 * which Anthropic has as well; what only OpenAI runs is dropped.
 */
final class ResponsesToolsReader {

    private final Set<String> dropped;
    private final List<Tool> declared = new ArrayList<>();

    /** Those that came with the conversation: behind the others, so that what is cached stays. */
    private final List<Tool> loaded = new ArrayList<>();

    private @Nullable Kind kind;
    private @Nullable String one;
    private @Nullable Set<String> allowed;
    private boolean parallel = true;

    ResponsesToolsReader(Set<String> dropped) {
        this.dropped = dropped;
    }

    /** Those that the model may call. */
    List<Tool> callable() {
        var only = allowed;
        return all().filter(tool -> only == null || isAmong(only, tool)).toList();
    }

    @Nullable ToolChoice choice() {
        if (kind == null && (parallel || all().findAny().isEmpty())) {
            return null;
        }
        return new ToolChoice(kind == null ? Kind.AUTO : kind, chosen(), parallel);
    }

    void parallel(boolean several) {
        parallel = several;
    }

    /** Reads {@code tools}. */
    void read(JsonScan scan, JsonPlace place) {
        read(scan, place, declared);
    }

    /** Reads tools that come with an item. */
    void load(JsonScan scan, JsonPlace place) {
        read(scan, place, loaded);
    }

    private Stream<Tool> all() {
        return Stream.concat(declared.stream(), loaded.stream());
    }

    private void read(JsonScan scan, JsonPlace place, List<Tool> into) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        for (int i = 0; scan.nextElement(); i++) {
            add(ResponsesToolReader.read(scan, place.to(i), dropped), null, into);
        }
    }

    private void add(ResponsesToolReader tool, @Nullable String namespace, List<Tool> into) {
        switch (tool.type()) {
            case "function", "custom" -> into.add(tool.function(namespace));
            case "namespace" -> {
                if (tool.isDescribed()) {
                    dropped.add("tools.namespace");
                }
                for (var inner : tool.inner()) {
                    add(inner, tool.requiredName(), into);
                }
            }
            case "web_search",
                    "web_search_2025_08_26",
                    "web_search_preview",
                    "web_search_preview_2025_03_11" -> {
                if (tool.search().live()) {
                    into.add(tool.search().ofAnthropic());
                } else {
                    dropped.add("tools.web_search"); // only OpenAI searches what it has kept
                }
            }
            case "apply_patch",
                    "code_interpreter",
                    "computer",
                    "computer_use_preview",
                    "file_search",
                    "image_generation",
                    "local_shell",
                    "mcp",
                    "programmatic_tool_calling",
                    "shell",
                    "tool_search" ->
                    dropped.add("tools." + tool.type());
            default -> dropped.add("tools.unknown");
        }
    }

    /** Reads {@code tool_choice}. */
    void choice(JsonScan scan, JsonPlace place) {
        if (scan.isString()) {
            kind = kind(scan, place);
            return;
        }
        if (!scan.enterObject()) {
            throw place.wrong(scan, "a string or an object");
        }
        var type = "";
        @Nullable String name = null;
        var mode = Kind.AUTO;
        var names = new HashSet<String>();
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "name" -> name = scan.stringOrNull();
                case "mode" -> mode = kind(scan, place.to("mode"));
                case "tools" -> names(scan, names);
                default -> {}
            }
        }
        switch (type) {
            case "function", "custom" -> {
                kind = Kind.ONE;
                one = place.to("name").required(name);
            }
            case "allowed_tools" -> {
                kind = mode;
                allowed = names;
            }
            default -> dropped.add("tool_choice"); // a tool that only OpenAI runs
        }
    }

    /** The chosen tool by its name here: the client may leave a namespace out. */
    private @Nullable String chosen() {
        if (one == null || all().anyMatch(tool -> tool.name().equals(one))) {
            return one;
        }
        return all().filter(tool -> isAmong(Set.of(one), tool))
                .map(Tool::name)
                .findFirst()
                .orElse(one);
    }

    private static boolean isAmong(Set<String> names, Tool tool) {
        if (names.contains(tool.name())) {
            return true;
        }
        @Nullable ToolOrigin origin =
                tool instanceof Tool.Function function ? function.origin() : null;
        return origin != null
                && (names.contains(origin.name())
                        || (origin.namespace() != null && names.contains(origin.namespace())));
    }

    /** Names of tools; of those that have none, their types. */
    private static void names(JsonScan scan, Set<String> names) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (scan.enterObject()) {
                    var type = "";
                    @Nullable String name = null;
                    while (scan.nextField()) {
                        switch (scan.name()) {
                            case "type" -> type = scan.string();
                            case "name" -> name = scan.stringOrNull();
                            default -> {}
                        }
                    }
                    names.add(name != null ? name : ResponsesSearchTool.nameOf(type));
                }
            }
        }
    }

    private static Kind kind(JsonScan scan, JsonPlace place) {
        return switch (place.text(scan)) {
            case "auto" -> Kind.AUTO;
            case "required" -> Kind.ANY;
            case "none" -> Kind.NONE;
            default -> throw place.invalid("Input should be auto, required, none or a tool.");
        };
    }
}
