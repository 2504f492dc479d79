package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Tool;
import java.util.ArrayList;
import java.util.List;

/** Tools as functions. */
final class ChatToolsWriter {

    /** Tools of Anthropic's that have no translation, by the beginning of their types. */
    private static final List<String> SERVED =
            List.of(
                    "web_search",
                    "web_fetch",
                    "code_execution",
                    "tool_search_tool",
                    "advisor",
                    "computer",
                    "browser",
                    "mcp_toolset");

    private ChatToolsWriter() {}

    /** Those that the client runs; what the provider would run is dropped. */
    static List<Tool.Function> functions(List<Tool> tools, ChatDraft draft) {
        var functions = new ArrayList<Tool.Function>(tools.size());
        for (var tool : tools) {
            switch (tool) {
                case Tool.Function function -> functions.add(function);
                case Tool.Server served -> draft.drop("tools." + kind(served.type()));
            }
        }
        return functions;
    }

    static void write(List<Tool.Function> functions, ChatDraft draft) {
        if (functions.isEmpty()) {
            return;
        }
        var out = draft.out();
        out.name("tools").startArray();
        for (var function : functions) {
            if (function.strict() != null && function.strict()) {
                draft.drop("tools.strict"); // many servers refuse it, and it demands other schemas
            }
            out.startObject().field("type", "function").name("function").startObject();
            out.field("name", function.name());
            if (!function.description().isEmpty()) {
                out.field("description", function.description());
            }
            out.name("parameters").raw(function.schema()).endObject().endObject();
        }
        out.endArray();
    }

    private static String kind(String type) {
        return SERVED.stream().filter(type::startsWith).findFirst().orElse("unknown");
    }
}
