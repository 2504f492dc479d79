package dev.turnout.protocol.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A piece of a message's content. */
public sealed interface Block {

    /**
     * @param cached whether the client marks the end of a stretch worth caching here
     */
    record Text(String text, boolean cached) implements Block {}

    record Image(Media media) implements Block {}

    /**
     * @param title null without one
     */
    record Document(Media media, @Nullable String title) implements Block {}

    /**
     * What the model thought.
     *
     * @param signature empty or null where nobody vouches for it; of ours, toward no provider
     * @param carried what the target that thought it wants back; null toward all others
     */
    record Thinking(String text, @Nullable String signature, @Nullable Carried carried)
            implements Block {

        /** As a client sends it. */
        public Thinking(String text, @Nullable String signature) {
            this(text, signature, null);
        }
    }

    /** Thinking that only its own provider can read. */
    record RedactedThinking(String data) implements Block {}

    /**
     * The model calls a tool of the client's.
     *
     * @param input a JSON object as text
     */
    record ToolUse(String id, String name, String input) implements Block {}

    /**
     * What the call gave.
     *
     * @param content texts, images, documents and tool references
     */
    record ToolResult(String toolUseId, List<Block> content, boolean error) implements Block {
        public ToolResult {
            content = List.copyOf(content);
        }
    }

    /** In a tool result: this tool has been loaded. */
    record ToolReference(String toolName) implements Block {

        /** In words, for a model that knows no such block. */
        public String inWords() {
            return "Tool " + toolName + " is now available";
        }
    }

    /**
     * The model had its provider run a tool.
     *
     * @param input a JSON object as text
     */
    record ServerToolUse(String id, String name, String input) implements Block {}

    /** What a web search found; the reason in Anthropic's words where it failed. */
    record WebSearchResult(String toolUseId, List<Hit> hits, @Nullable String errorCode)
            implements Block {
        public WebSearchResult {
            hits = List.copyOf(hits);
        }

        /** In words, for a model that knows no such block. */
        public String inWords() {
            if (errorCode != null) {
                return "Error: " + errorCode;
            }
            return hits.isEmpty()
                    ? "(no results)"
                    : hits.stream().map(Hit::inWords).collect(Collectors.joining("\n\n"));
        }
    }

    /** One page that a web search found. */
    record Hit(String title, String url, @Nullable String pageAge) {

        private String inWords() {
            return title + "\n" + url + (pageAge == null ? "" : "\nPage age: " + pageAge);
        }
    }
}
