package dev.turnout.fakeprovider;

import java.util.List;

/** A content block of a reply, already cut into the deltas in which it is streamed. */
public sealed interface Block {

    /** Prose; {@code deltas} joined are the text. */
    record Text(List<String> deltas) implements Block {
        public Text {
            deltas = List.copyOf(deltas);
        }
    }

    /** Reasoning; {@code deltas} joined are the thinking, {@code signature} comes last. */
    record Thinking(List<String> deltas, String signature) implements Block {
        public Thinking {
            deltas = List.copyOf(deltas);
        }
    }

    /**
     * A call of a client's tool; {@code deltas} joined are its input as JSON, or empty for none.
     */
    record ToolUse(String id, String name, List<String> deltas) implements Block {
        public ToolUse {
            deltas = List.copyOf(deltas);
        }
    }
}
