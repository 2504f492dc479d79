package dev.turnout.acceptance.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.config.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A fresh {@code TURNOUT_HOME}: pepper, one client key, service secret, configuration. */
final class Home {

    private static final String KEY_ID = "acceptance";

    private final Path dir;
    private final String key;

    private Home(Path dir, String key) {
        this.dir = dir;
        this.key = key;
    }

    /** Makes one in a temporary directory, with {@code document} as its configuration. */
    static Home fresh(String document) {
        try {
            var dir = Files.createTempDirectory("turnout-acceptance");
            var pepper = random();
            var key = "to_" + KEY_ID + "_" + random();
            Files.writeString(dir.resolve("pepper"), pepper);
            Files.writeString(dir.resolve("keys.json"), keyRing(key, pepper));
            Files.writeString(dir.resolve("service-secret"), random());
            var home = new Home(dir, key);
            ConfigFile.write(home.config(), document);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path dir() {
        return dir;
    }

    String key() {
        return key;
    }

    Path config() {
        return dir.resolve("config.json");
    }

    void delete() {
        try (var all = Files.walk(dir)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    private static String keyRing(String key, String pepper) throws IOException {
        var ring =
                new KeyRing(
                        1,
                        List.of(
                                new KeyRing.Key(
                                        KEY_ID,
                                        "the acceptance suite",
                                        hash(key, pepper),
                                        new Principal(KEY_ID, null, null, Principal.Rights.ALL),
                                        Instant.now())));
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build()
                .writeValueAsString(ring);
    }

    private static String hash(String key, String pepper) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper.getBytes(UTF_8), "HmacSHA256"));
            return base64(mac.doFinal(key.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
