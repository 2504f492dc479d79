package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools that the model may call, and whether it must. */
final class ResponsesToolsWriter {

    private final ResponsesDraft draft;

    ResponsesToolsWriter(ResponsesDraft draft) {
        this.draft = draft;
    }

    void write(Conversation conversation) {
        var tools = new ArrayList<Tool>(conversation.tools().size());
        for (var tool : conversation.tools()) {
            switch (tool) {
                case Tool.Function function -> tools.add(function);
                case Tool.Server served when ResponsesSearchTool.is(served) -> tools.add(served);
                case Tool.Server served -> draft.drop("tools." + served.kind());
            }
        }
        var choice = conversation.toolChoice();
        if (tools.isEmpty()) {
            if (choice != null && choice.demands()) {
                draft.drop("tool_choice");
            }
            return;
        }
        draft.out().name("tools").startArray();
        tools.forEach(this::tool);
        draft.out().endArray();
        if (choice != null) {
            choice(choice, tools);
        }
    }

    private void tool(Tool tool) {
        switch (tool) {
            case Tool.Function function -> function(function);
            case Tool.Server served ->
                    ResponsesSearchTool.of(served, draft.dropped()).write(draft.out());
        }
    }

    /**
     * OpenAI holds the model to any schema unless told not to, and refuses most of others' then.
     */
    private void function(Tool.Function function) {
        var out = draft.out();
        out.startObject().field("type", "function").field("name", function.name());
        if (!function.description().isEmpty()) {
            out.field("description", function.description());
        }
        out.name("parameters").raw(function.schema());
        boolean wanted = function.strict() != null && function.strict();
        boolean strict = wanted && StrictSchema.is(function.schema());
        if (wanted && !strict) {
            draft.drop("tools.strict");
        }
        out.field("strict", strict).endObject();
    }

    private void choice(ToolChoice choice, List<Tool> tools) {
        var out = draft.out();
        out.name("tool_choice");
        switch (choice.kind()) {
            case AUTO -> out.string("auto");
            case ANY -> out.string("required");
            case NONE -> out.string("none");
            case ONE -> one(choice.tool(), tools);
        }
        if (!choice.parallel()) {
            out.field("parallel_tool_calls", false);
        }
    }

    /** No name can demand a search, which has none here. */
    private void one(@Nullable String name, List<Tool> tools) {
        boolean search =
                tools.stream()
                        .anyMatch(tool -> tool instanceof Tool.Server && tool.name().equals(name));
        if (search) {
            draft.out().string("required");
            return;
        }
        draft.out().startObject().field("type", "function");
        draft.out().field("name", name == null ? "" : name).endObject();
    }
}
