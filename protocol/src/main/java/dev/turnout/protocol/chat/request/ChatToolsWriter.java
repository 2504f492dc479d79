package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.translate.Upstream;
import java.util.ArrayList;
import java.util.List;

/** Tools as functions. */
final class ChatToolsWriter {

    /** What OpenAI takes, and Groq with it. */
    private static final int MOST = 128;

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

    /** A {@code TARGET_UNUSABLE} problem where there are more than the server takes. */
    static void check(List<Tool.Function> functions, Upstream upstream) {
        if (functions.size() > MOST && upstream.has(Quirk.AT_MOST_128_TOOLS)) {
            throw Problem.of(
                            ProblemCode.TARGET_UNUSABLE,
                            "The request has %d tools, and %s takes %d. Switch off MCP servers that are not needed, or use a route to a provider that takes more."
                                    .formatted(functions.size(), upstream.target(), MOST))
                    .asException();
        }
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
