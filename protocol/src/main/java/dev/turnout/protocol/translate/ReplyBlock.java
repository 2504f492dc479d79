package dev.turnout.protocol.translate;

import dev.turnout.protocol.conversation.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of a reply as it starts; what it holds comes in deltas, unless it stands here. */
public sealed interface ReplyBlock {

    record Text() implements ReplyBlock {}

    record Thinking() implements ReplyBlock {}

    /** Whole: no deltas follow. */
    record RedactedThinking(String data) implements ReplyBlock {}

    record ToolUse(String id, String name) implements ReplyBlock {}

    record ServerToolUse(String id, String name) implements ReplyBlock {}

    /** Whole: no deltas follow. */
    record WebSearchResult(String toolUseId, List<Block.Hit> hits, @Nullable String errorCode)
            implements ReplyBlock {
        public WebSearchResult {
            hits = List.copyOf(hits);
        }
    }
}
