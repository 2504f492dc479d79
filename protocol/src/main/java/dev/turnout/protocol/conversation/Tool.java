package dev.turnout.protocol.conversation;

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
     */
    record Function(String name, String description, String schema, @Nullable Boolean strict)
            implements Tool {}

    /**
     * The provider runs it.
     *
     * @param type in Anthropic's words, for example {@code web_search_20250305}
     * @param json the whole declaration as it came
     */
    record Server(String name, String type, String json) implements Tool {}
}
