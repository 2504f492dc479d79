package dev.turnout.protocol.chat.reply;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a tool call as it came.
 *
 * @param index of the call; -1 without one
 * @param id of the call; empty without one
 * @param name of the tool, or a part of it; empty without one
 * @param arguments a piece of them as JSON text; empty without one
 * @param argumentsObject arguments that came as an object rather than as text, where they did
 * @param google {@code extra_content} with something of Google's in it; null without
 */
record ChatReplyFragment(
        int index,
        String id,
        String name,
        String arguments,
        @Nullable String argumentsObject,
        @Nullable String google) {

    boolean hasArguments() {
        return !arguments.isBlank() || argumentsObject != null;
    }

    ChatReplyFragment at(int place) {
        return new ChatReplyFragment(place, id, name, arguments, argumentsObject, google);
    }
}
