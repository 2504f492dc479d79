package dev.turnout.fakeprovider;

import java.util.List;

/** A content block of a reply, already cut into the deltas in which it is streamed. */
public sealed interface Block {

    /** Prose; {@code deltas} joined are the text. */
    record Text(List<String> deltas) implements Block {
        public Text {
            deltas = List.copyOf(deltas);
        }

        String text() {
            return String.join("", deltas);
        }
    }

    /**
     * Reasoning; {@code deltas} joined are the thinking, none for reasoning that stays hidden.
     *
     * @param signature base64, and comes last at Anthropic's as it is; OpenAI's Responses have the
     *     {@link dev.turnout.fakeprovider.rules.Seal} of it in {@code encrypted_content}, Gemini in
     *     {@code thoughtSignature}, and both take back nothing else
     */
    record Thinking(List<String> deltas, String signature) implements Block {
        public Thinking {
            deltas = List.copyOf(deltas);
        }

        String text() {
            return String.join("", deltas);
        }
    }

    /**
     * A call of a client's tool; {@code deltas} joined are its input as JSON, or empty for none.
     */
    record ToolUse(String id, String name, List<String> deltas) implements Block {
        public ToolUse {
            deltas = List.copyOf(deltas);
        }

        /** The input in pieces as OpenAI and Google write it: the empty object where it is none. */
        List<String> fragments() {
            var some = deltas.stream().filter(delta -> !delta.isEmpty()).toList();
            return some.isEmpty() ? List.of("{}") : some;
        }

        String input() {
            return String.join("", fragments());
        }
    }

    /** A search that the vendor itself has made; the prose behind it cites the hits. */
    record WebSearch(String query, List<Hit> hits) implements Block {
        public WebSearch {
            hits = List.copyOf(hits);
        }
    }
}
