package dev.turnout.contracts.config;

import dev.turnout.contracts.Principal;
import java.time.Instant;
import java.util.List;

/**
 * The client keys that are valid. It holds no key, only what recognizes one.
 *
 * @param version grows with every change
 */
public record KeyRing(long version, List<Key> keys) {

    public static final KeyRing EMPTY = new KeyRing(0, List.of());

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /**
     * What recognizes one key.
     *
     * @param id the part between {@code to_} and the secret
     * @param name for people
     * @param hash HMAC-SHA-256 of the whole key with the pepper, in base64url without padding
     * @param principal whom the key stands for
     */
    public record Key(String id, String name, String hash, Principal principal, Instant created) {}
}
