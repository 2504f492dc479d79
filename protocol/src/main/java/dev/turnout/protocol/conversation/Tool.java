package dev.turnout.protocol.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool that the model may call. */
public sealed interface Tool {

    String name();

    /**
     * The client runs it.
     *
     * @param description empty without one
     * @param schema of its input, a JSON Schema as text: an object with {@code type} and {@code
     *     properties}
     * @param strict whether the provider is to hold the model to the schema; null where nothing is
     *     said
     * @param origin how the client calls it where not by its name; null else
     */
    record Function(
            String name,
            String description,
            String schema,
            @Nullable Boolean strict,
            @Nullable ToolOrigin origin)
            implements Tool {

        /** One that its client knows as a function. */
        public Function(String name, String description, String schema, @Nullable Boolean strict) {
            this(name, description, schema, strict, null);
        }
    }

    /**
     * The provider runs it.
     *
     * @param type in Anthropic's words, for example {@code web_search_20250305}
     * @param json the whole declaration, as Anthropic has it
     */
    record Server(String name, String type, String json) implements Tool {

        /** Kinds of them, by the beginning of their types. */
        private static final List<String> KINDS =
                List.of(
                        "web_search",
                        "web_fetch",
                        "code_execution",
                        "tool_search_tool",
                        "advisor",
                        "computer",
                        "browser",
                        "mcp_toolset");

        /** What it is without its version, {@code web_search} for example; else unknown. */
        public String kind() {
            return KINDS.stream().filter(type::startsWith).findFirst().orElse("unknown");
        }
    }
}
