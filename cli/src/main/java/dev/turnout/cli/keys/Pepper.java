package dev.turnout.cli.keys;

import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret without which a hash of a key is worth nothing; the gateway reads the same file. */
final class Pepper {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    private Pepper(byte[] secret) {
        this.secret = secret;
    }

    /** Reads the file, without the whitespace at its end; a missing one is made. */
    static Pepper in(Path file, SecureRandom random) {
        var text = PrivateFile.readOrCreate(file, () -> ClientKey.randomText(random) + "\n");
        var secret = text.stripTrailing();
        if (secret.isEmpty()) {
            throw new Failure("%s is empty: put the pepper back, or remove it.".formatted(file));
        }
        return new Pepper(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA-256 of the whole key, in base64url without padding. */
    String hash(ClientKey key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var hash = mac.doFinal(key.text().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
