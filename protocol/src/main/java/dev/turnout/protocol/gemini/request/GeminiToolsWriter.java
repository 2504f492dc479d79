package dev.turnout.protocol.gemini.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.gemini.schema.GeminiSchema;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields {@code tools} and {@code toolConfig}.
 *
 * @param functions that the model may call, each name once
 * @param search whether the model may search with Google
 * @param choice whether it must call one; null where nothing is said
 */
record GeminiToolsWriter(
        Collection<Tool.Function> functions, boolean search, @Nullable ToolChoice choice) {

    private static final String SEARCH = "web_search";

    static GeminiToolsWriter of(Conversation conversation, GeminiDraft draft) {
        var functions = new LinkedHashMap<String, Tool.Function>();
        Tool.Server search = null;
        for (var tool : conversation.tools()) {
            switch (tool) {
                case Tool.Function function -> add(function, functions, draft);
                case Tool.Server served when served.type().startsWith(SEARCH) -> search = served;
                case Tool.Server _ -> draft.drop("tools.server");
            }
        }
        if (search != null && !functions.isEmpty() && !draft.model().isThree()) {
            draft.drop("tools." + SEARCH); // "Tool use with function calling is unsupported"
            search = null;
        }
        if (search != null) {
            dropOptions(search, draft);
        }
        return new GeminiToolsWriter(
                functions.values(),
                search != null,
                choice(conversation, functions.keySet(), draft));
    }

    boolean anyFunction() {
        return !functions.isEmpty();
    }

    void write(JsonWriter out) {
        if (!anyFunction() && !search) {
            return;
        }
        out.name("tools").startArray();
        if (anyFunction()) {
            out.startObject().name("functionDeclarations").startArray();
            functions.forEach(function -> declare(function, out));
            out.endArray().endObject();
        }
        if (search) {
            out.startObject().name("googleSearch").startObject().endObject().endObject();
        }
        out.endArray();
        boolean both = anyFunction() && search;
        if (choice == null && !both) {
            return;
        }
        out.name("toolConfig").startObject();
        if (choice != null) {
            out.name("functionCallingConfig").startObject();
            write(choice, out);
            out.endObject();
        }
        if (both) {
            out.field("includeServerSideToolInvocations", true); // 400 without
        }
        out.endObject();
    }

    private static void add(
            Tool.Function function, LinkedHashMap<String, Tool.Function> to, GeminiDraft draft) {
        if (function.strict() != null && function.strict()) {
            draft.drop("tools.strict");
        }
        if (to.putIfAbsent(function.name(), function) != null) {
            draft.drop("tools.duplicate"); // "Duplicate function declaration found"
        }
    }

    private static void declare(Tool.Function function, JsonWriter out) {
        out.startObject().field("name", function.name());
        if (!function.description().isEmpty()) {
            out.field("description", function.description());
        }
        var schema = GeminiSchema.ofTool(function.schema());
        if (schema != null) {
            out.name("parametersJsonSchema").raw(schema);
        }
        out.endObject();
    }

    /** What the choice can be here: a name that is not declared makes Gemini refuse all. */
    private static @Nullable ToolChoice choice(
            Conversation conversation, Collection<String> names, GeminiDraft draft) {
        var wanted = conversation.toolChoice();
        if (wanted == null) {
            return null;
        }
        boolean demands =
                switch (wanted.kind()) {
                    case AUTO, NONE -> false;
                    case ANY, ONE -> true;
                };
        if (names.isEmpty()) {
            if (demands) {
                draft.drop("tool_choice");
            }
            return null;
        }
        if (!wanted.parallel()) {
            draft.drop("parallel_tool_calls"); // Gemini cannot be kept from calling several
        }
        if (wanted.kind() == ToolChoice.Kind.ONE
                && !names.contains(String.valueOf(wanted.tool()))) {
            draft.drop("tool_choice");
            return new ToolChoice(ToolChoice.Kind.ANY, null, wanted.parallel());
        }
        return wanted;
    }

    private static void write(ToolChoice choice, JsonWriter out) {
        switch (choice.kind()) {
            case AUTO -> out.field("mode", "AUTO");
            case ANY -> out.field("mode", "ANY");
            case NONE -> out.field("mode", "NONE");
            case ONE -> {
                out.field("mode", "ANY").name("allowedFunctionNames").startArray();
                out.string(choice.tool() == null ? "" : choice.tool()).endArray();
            }
        }
    }

    /** Google's search has none of them here. */
    private static void dropOptions(Tool.Server search, GeminiDraft draft) {
        try (var scan = JsonScan.of(search.json().getBytes(UTF_8))) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "max_uses", "allowed_domains", "blocked_domains", "user_location" ->
                                draft.drop("tools." + SEARCH + "." + scan.name());
                        default -> {}
                    }
                }
            }
        }
    }
}
