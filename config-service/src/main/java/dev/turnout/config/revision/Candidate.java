package dev.turnout.config.revision;

/**
 * A document that would be the newest revision.
 *
 * @param author who wants it
 * @param reason why
 */
public record Candidate(Origin origin, String document, String author, String reason) {

    /** Where it comes from, in words. */
    String source() {
        return switch (origin) {
            case FILE, DETECTED -> reason;
            case SUBMITTED -> "submitted by %s: %s".formatted(author, reason);
        };
    }
}
