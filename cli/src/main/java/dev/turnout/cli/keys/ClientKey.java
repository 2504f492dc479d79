package dev.turnout.cli.keys;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A client key in the clear, {@code to_<id>_<secret>}: it exists while it is made and shown.
 *
 * @param id names the key: eight of {@code a-z0-9}
 * @param secret 256 random bits in base64url; it may hold underscores, so a key is split at its
 *     first two
 */
record ClientKey(String id, String secret) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    static ClientKey random(SecureRandom random) {
        var id = new StringBuilder();
        random.ints(8, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
        return new ClientKey(id.toString(), randomText(random));
    }

    /** 256 random bits in base64url without padding. */
    static String randomText(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key as clients send it. */
    String text() {
        return "to_" + id + "_" + secret;
    }

    /** Names the key without telling it. */
    @Override
    public String toString() {
        return "to_" + id + "_…";
    }
}
