package dev.turnout.config.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An accepted document as it is kept.
 *
 * @param revision its number: grows, with gaps, and is never given twice
 * @param at when it was accepted
 * @param document its text as it was written, which on a laptop may hold a key
 * @param sha256 of the text, in hexadecimal
 */
public record Revision(
        long revision,
        Instant at,
        Origin origin,
        String author,
        String reason,
        String document,
        String sha256) {

    static Revision of(long revision, Instant at, Candidate candidate) {
        return new Revision(
                revision,
                at,
                candidate.origin(),
                candidate.author(),
                candidate.reason(),
                candidate.document(),
                sha256(candidate.document()));
    }

    Candidate candidate() {
        return new Candidate(origin, document, author, reason);
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
