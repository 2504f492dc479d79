package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.conversation.ToolSchema;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tool as it stands in a request; its type, which may come last, says what it is. */
final class ResponsesToolReader {

    private final JsonPlace place;
    private final List<ResponsesToolReader> inner = new ArrayList<>();
    private final ResponsesSearchTool search = new ResponsesSearchTool();

    private String type = "";
    private @Nullable String name;
    private String description = "";
    private String schema = ToolSchema.EMPTY;
    private String grammar = "";
    private @Nullable Boolean strict;

    private ResponsesToolReader(JsonPlace place) {
        this.place = place;
    }

    static ResponsesToolReader read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var tool = new ResponsesToolReader(place);
        while (scan.nextField()) {
            if (!scan.isNull()) {
                tool.field(scan, dropped);
            }
        }
        return tool;
    }

    private void field(JsonScan scan, Set<String> dropped) {
        switch (scan.name()) {
            case "type" -> type = scan.string();
            case "name" -> name = scan.stringOrNull();
            case "description" -> description = scan.string();
            case "parameters" -> schema = ToolSchema.read(scan, place.to("parameters"));
            case "strict" -> strict = scan.isTrue();
            case "format" -> grammar = grammar(scan);
            case "tools" -> inner(scan, dropped);
            case "filters" -> search.filters(scan);
            case "user_location" -> search.location(scan);
            case "external_web_access" -> search.external(scan.isTrue());
            case "allowed_callers",
                    "async",
                    "defer_loading",
                    "output_schema",
                    "search_content_types",
                    "search_context_size" ->
                    dropped.add("tools." + scan.name());
            default -> {} // of tools that are dropped
        }
    }

    private void inner(JsonScan scan, Set<String> dropped) {
        if (scan.enterArray()) {
            for (int i = 0; scan.nextElement(); i++) {
                inner.add(read(scan, place.to("tools").to(i), dropped));
            }
        }
    }

    String type() {
        return type;
    }

    boolean isDescribed() {
        return !description.isEmpty();
    }

    /** Of a namespace. */
    List<ResponsesToolReader> inner() {
        return inner;
    }

    ResponsesSearchTool search() {
        return search;
    }

    String requiredName() {
        return place.to("name").required(name);
    }

    /**
     * As a function.
     *
     * @param namespace that it stands in; null outside of any
     */
    Tool function(@Nullable String namespace) {
        boolean freeform = type.equals("custom");
        var origin = new ToolOrigin(namespace, requiredName(), freeform);
        return new Tool.Function(
                origin.function(),
                description + grammar,
                freeform ? ToolOrigin.SCHEMA : schema,
                strict,
                freeform || namespace != null ? origin : null);
    }

    /** The form of a text that a tool takes, told in its description: nobody else holds to it. */
    private static String grammar(JsonScan scan) {
        var syntax = "";
        var definition = "";
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "syntax" -> syntax = scan.string();
                    case "definition" -> definition = scan.string();
                    default -> {}
                }
            }
        }
        return definition.isEmpty()
                ? ""
                : "\n\nThe input is a text in this form (" + syntax + "):\n" + definition;
    }
}
