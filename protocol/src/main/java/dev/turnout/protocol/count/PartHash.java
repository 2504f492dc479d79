package dev.turnout.protocol.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Fingerprint;
import java.nio.ByteBuffer;

/**
 * The first half of the SHA-256 of a part of a request, as it stands in the bytes: equal parts have
 * equal hashes, whoever sends them, and nobody makes up another part with the same.
 */
public record PartHash(long high, long low) {

    /**
     * @param kind of the part: how it is counted
     */
    static PartHash of(String kind, byte[] body, int offset, int length) {
        var digest = Fingerprint.sha256();
        digest.update(kind.getBytes(UTF_8));
        digest.update(body, offset, length);
        var hash = ByteBuffer.wrap(digest.digest());
        return new PartHash(hash.getLong(), hash.getLong());
    }
}
