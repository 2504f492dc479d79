package dev.turnout.protocol.anthropic.request;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is noted of a request beside what it says.
 *
 * @param dropped fields that have no place in a conversation, by name
 * @param loaded tools that the conversation loads by reference
 * @param called tools that the conversation calls
 */
record AnthropicNotes(Set<String> dropped, Set<String> loaded, Set<String> called) {

    AnthropicNotes() {
        this(new TreeSet<>(), new HashSet<>(), new HashSet<>());
    }

    void drop(String name) {
        dropped.add(name);
    }
}
