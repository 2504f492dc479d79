package dev.turnout.gateway.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Principal;
import dev.turnout.contracts.config.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Client keys as the control plane hands them out. */
public final class IssuedKeys {

    static final String PEPPER = "a pepper of the tests";

    private IssuedKeys() {}

    /** The laptop without any key. */
    public static ClientKeys none() {
        var keys = unknown();
        keys.accept(KeyRing.EMPTY);
        return keys;
    }

    /** Before the key ring has arrived. */
    public static ClientKeys unknown() {
        return new ClientKeys(pepperIn(Path.of("no", "such", "folder")));
    }

    /** These keys, each standing for a principal of its id. */
    public static ClientKeys of(Path folder, String... keys) {
        write(folder, PEPPER);
        var issued = new ClientKeys(pepperIn(folder));
        issued.accept(ring(1, keys));
        return issued;
    }

    static KeyRing ring(long version, String... keys) {
        return new KeyRing(version, Arrays.stream(keys).map(key -> issue(key, PEPPER)).toList());
    }

    static KeyRing.Key issue(String key, String pepper) {
        var id = key.split("_", 3)[1];
        var principal = new Principal(id, "user of " + id, null, Principal.Rights.ALL);
        return new KeyRing.Key(id, "for tests", hash(key, pepper), principal, Instant.EPOCH);
    }

    static String hash(String key, String pepper) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(key.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path folder, String pepper) {
        try {
            Files.writeString(folder.resolve("pepper"), pepper, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ClientKeys.Settings pepperIn(Path folder) {
        return new ClientKeys.Settings() {
            @Override
            public Path file() {
                throw new UnsupportedOperationException("the gateway does not read the key ring");
            }

            @Override
            public Path pepperFile() {
                return folder.resolve("pepper");
            }
        };
    }
}
