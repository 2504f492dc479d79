package dev.turnout.protocol.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The form that the answer is to have.
 *
 * @param schema a JSON Schema as text; null for any JSON object
 */
public record AnswerFormat(@Nullable String schema) {}
