package dev.turnout.contracts.config;

/**
 * A document on its way to become a revision.
 *
 * @param document JSON (comments and trailing commas allowed) or YAML, as it was written
 * @param author who wants it
 * @param reason why
 */
public record Submission(String document, String author, String reason) {}
