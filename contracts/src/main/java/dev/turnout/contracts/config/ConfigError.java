package dev.turnout.contracts.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer where, as a JSON pointer
 * @param problem what is wrong
 * @param nearest the valid name that comes nearest, where a name is wrong
 * @param remedy what to do
 */
public record ConfigError(
        String pointer, String problem, @Nullable String nearest, String remedy) {}
