package dev.turnout.protocol.peek;

import org.jspecify.annotations.Nullable;

/** Reads single header fields, whatever holds them. */
@FunctionalInterface
public interface HeaderLookup {

    /** No headers at all. */
    HeaderLookup NONE = lowerCaseName -> null;

    /** The field's value, its first where there are several; null without one. */
    @Nullable String get(String lowerCaseName);
}
