package dev.turnout.protocol.reasoning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.json.Utf8;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a provider wants back into a thinking block's signature, and opens such seals.
 *
 * <pre>
 *   tn1.eyJvcmlnaW4iOiJkZWVwc2Vl….4bm0Zf1wqS5nYk2d3hXxQw
 *   ─┬─ ───────────┬──────────── ──────────┬───────────
 *    │    origin, form, json               └ HMAC-SHA-256 over all before it and the thinking's
 *    └ version                               text, its first 128 bits
 * </pre>
 *
 * Anyone may read it; nobody without a key can make one, or put it to another text. Equal reasoning
 * is sealed equally. Any number of threads may use it.
 */
public final class ReasoningSeal {

    /** What a sealed signature begins with. No other signature does: they are base64, or an id. */
    public static final String PREFIX = "tn1.";

    /** Characters of what is carried; larger things stay behind. */
    private static final int MOST_CARRIED = 192 << 10;

    /** Characters of a signature: more than any of that can become. */
    private static final int LONGEST = 1 << 20;

    private static final String ALGORITHM = "HmacSHA256";

    /** A forger has one try a request, and nothing to compute with: 128 bits are plenty. */
    private static final int MAC_BYTES = 16;

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** Each with its key and nothing else, to be cloned. */
    private final List<Mac> keys;

    private final Runnable tooLarge;

    /**
     * @param keys the first seals; the others only open what they have sealed before
     * @param tooLarge is told of each thing that was left behind
     */
    public ReasoningSeal(List<byte[]> keys, Runnable tooLarge) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("nothing can be sealed without a key");
        }
        this.keys = keys.stream().map(ReasoningSeal::mac).toList();
        this.tooLarge = tooLarge;
    }

    /** Whether this is a signature of ours, whoever sealed it. */
    public static boolean isSealed(@Nullable String signature) {
        return signature != null && signature.startsWith(PREFIX);
    }

    /**
     * A signature.
     *
     * @param origin who thought
     * @param text of the thinking, to which the seal holds
     * @param carried of more than 192 Ki characters, is left behind, as if there were the text only
     */
    public String seal(Target origin, String text, Carried carried) {
        var kept = carried;
        if (carried.json().length() > MOST_CARRIED) {
            tooLarge.run();
            kept = new Carried(Carried.TEXT, "");
        }
        var payload =
                new JsonWriter()
                        .startObject()
                        .field("origin", origin.toString())
                        .field("form", kept.form())
                        .field("json", kept.json())
                        .endObject();
        var sealed = PREFIX + TEXT.encodeToString(payload.bytes());
        return sealed + "." + mac(keys.getFirst(), sealed, text);
    }

    /**
     * What was sealed, if it was sealed with one of our keys, for that text, and by that origin,
     * whose name may be written in another case; null else.
     */
    public @Nullable Carried open(String signature, String text, Target origin) {
        int end = signature.lastIndexOf('.');
        if (!isSealed(signature) || end < PREFIX.length() || signature.length() > LONGEST) {
            return null;
        }
        var sealed = signature.substring(0, end);
        var told = signature.substring(end + 1).getBytes(UTF_8);
        for (var key : keys) {
            // As texts, since base64 has several ways to write the last bits.
            if (MessageDigest.isEqual(mac(key, sealed, text).getBytes(US_ASCII), told)) {
                return read(sealed.substring(PREFIX.length()), origin);
            }
        }
        return null;
    }

    private static @Nullable Carried read(String payload, Target origin) {
        var sealedBy = "";
        var form = "";
        var json = "";
        try (var scan = JsonScan.of(Base64.getUrlDecoder().decode(payload))) {
            scan.enterObject();
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "origin" -> sealedBy = scan.string();
                    case "form" -> form = scan.string();
                    case "json" -> json = scan.string();
                    default -> {}
                }
            }
        }
        return sealedBy.equalsIgnoreCase(origin.toString()) ? new Carried(form, json) : null;
    }

    /** The text is taken as JSON holds it, so that it is the same on its way back. */
    private static String mac(Mac key, String sealed, String text) {
        try {
            var mac = (Mac) key.clone();
            mac.update(sealed.getBytes(UTF_8));
            mac.update((byte) '.');
            mac.update(Utf8.encodable(text).getBytes(UTF_8));
            return TEXT.encodeToString(Arrays.copyOf(mac.doFinal(), MAC_BYTES));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be cloned", e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
