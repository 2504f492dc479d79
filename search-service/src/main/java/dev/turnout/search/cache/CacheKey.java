package dev.turnout.search.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.search.engine.EngineQuery;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What searches with the same answer have in common.
 *
 * @param digest in hexadecimal; a digest, so that nobody who lists keys reads what people look for
 */
public record CacheKey(String digest) {

    /**
     * The key of a query.
     *
     * @param chain the engines that would be asked, in their order
     */
    public static CacheKey of(EngineQuery query, String chain) {
        // None of the parts holds a line's end.
        var whole =
                String.join(
                        "\n",
                        query.text(),
                        String.valueOf(query.count()),
                        query.domains().canonical(),
                        chain);
        return new CacheKey(HexFormat.of().formatHex(sha256().digest(whole.getBytes(UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
