package dev.turnout.gateway.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Principal;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.kit.live.KeyRingConsumer;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The client keys that are valid now. A key is {@code to_<id>_<secret>}; known of it is only its
 * HMAC-SHA-256 with a pepper that never leaves its file.
 */
@ApplicationScoped
public class ClientKeys implements KeyRingConsumer {

    private static final Logger LOG = Logger.getLogger(ClientKeys.class);
    private static final String ALGORITHM = "HmacSHA256";

    /** Where the pepper is. */
    @ConfigMapping(prefix = "turnout.keys")
    public interface Settings {

        /** The key ring's own file; the control plane reads it, the gateway does not. */
        Path file();

        /** The pepper: the file's text without white space at its end. */
        Path pepperFile();
    }

    private record Ring(Map<String, KeyRing.Key> byId, SecretKeySpec pepper) {}

    private final Settings settings;
    private volatile @Nullable Ring ring;

    @Inject
    public ClientKeys(Settings settings) {
        this.settings = settings;
    }

    /** Takes the ring over; on the feed's own thread, so reading the pepper harms nobody. */
    @Override
    public void accept(KeyRing keys) {
        var byId = new HashMap<String, KeyRing.Key>();
        keys.keys().forEach(key -> byId.put(key.id(), key));
        var before = ring;
        var pepper = before == null ? pepperOf("none") : before.pepper();
        if (!byId.isEmpty()) {
            try {
                pepper = pepperOf(Files.readString(settings.pepperFile(), UTF_8).stripTrailing());
            } catch (IOException | IllegalArgumentException e) {
                LOG.errorf(
                        "no client key can be recognized: the pepper in %s cannot be read (%s)",
                        settings.pepperFile(), e.getMessage());
            }
        }
        ring = new Ring(Map.copyOf(byId), pepper);
    }

    private static SecretKeySpec pepperOf(String text) {
        return new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM);
    }

    /** Whether the keys have arrived. Until then nobody can be told from anybody. */
    public boolean known() {
        return ring != null;
    }

    /** Whether there is any: without, only the laptop's own user may call. */
    public boolean any() {
        var now = ring;
        return now != null && !now.byId().isEmpty();
    }

    /** Whom the key stands for. Takes the same time for an unknown key as for a wrong one. */
    public Optional<Principal> recognize(String key) {
        var now = ring;
        if (now == null) {
            return Optional.empty();
        }
        var offered = hash(key, now.pepper());
        var known = now.byId().get(idOf(key));
        var expected = known == null ? new byte[offered.length] : known.hash().getBytes(UTF_8);
        return MessageDigest.isEqual(expected, offered) && known != null
                ? Optional.of(known.principal())
                : Optional.empty();
    }

    private static String idOf(String key) {
        int end = key.startsWith("to_") ? key.indexOf('_', 3) : -1;
        return end < 0 ? "" : key.substring(3, end);
    }

    private static byte[] hash(String key, SecretKeySpec pepper) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return Base64.getUrlEncoder().withoutPadding().encode(mac.doFinal(key.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
