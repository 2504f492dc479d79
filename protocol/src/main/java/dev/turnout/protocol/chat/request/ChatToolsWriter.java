package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Tool;
import java.util.ArrayList;
import java.util.List;

/** Tools as functions. */
final class ChatToolsWriter {

    private ChatToolsWriter() {}

    /** Those that the client runs; what the provider would run is dropped. */
    static List<Tool.Function> functions(List<Tool> tools, ChatDraft draft) {
        var functions = new ArrayList<Tool.Function>(tools.size());
        for (var tool : tools) {
            switch (tool) {
                case Tool.Function function -> functions.add(function);
                case Tool.Server served -> draft.drop("tools." + served.kind());
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
}
