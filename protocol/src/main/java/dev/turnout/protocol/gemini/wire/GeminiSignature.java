package dev.turnout.protocol.gemini.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A thought signature on its way through a client: {@code
 * {"thoughtSignature":"…","part":"functionCall"}}, carried by a thinking block beside its part.
 *
 * @param signature as Gemini wrote it; corrupt if a character of it is changed
 * @param part on which it stood
 */
public record GeminiSignature(String signature, Part part) {

    /** What the carried thing is called. */
    public static final String FORM = "gemini";

    /** The part of an answer on which a signature stands, and stands again when it goes back. */
    public enum Part {
        /** The call behind the thinking block; of several at once, Gemini signs the first. */
        CALL("functionCall"),
        /** The text in front of the thinking block. */
        TEXT("text"),
        /** The thought itself. */
        THOUGHT("thought");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /** The signature in a thing that was carried; null where it holds none of Gemini's. */
    public static @Nullable GeminiSignature of(@Nullable Carried carried) {
        if (carried == null || !carried.form().equals(FORM)) {
            return null;
        }
        var signature = "";
        var part = Part.CALL;
        try (var scan = JsonScan.of(carried.json().getBytes(UTF_8))) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "thoughtSignature" -> signature = scan.string();
                        case "part" -> part = named(scan.string());
                        default -> {}
                    }
                }
            }
        } catch (ProblemException notJson) {
            return null;
        }
        return signature.isEmpty() ? null : new GeminiSignature(signature, part);
    }

    public Carried carried() {
        return new Carried(
                FORM,
                "{\"thoughtSignature\":"
                        + JsonText.quote(signature)
                        + ",\"part\":\""
                        + part.word
                        + "\"}");
    }

    private static Part named(String word) {
        for (var part : Part.values()) {
            if (part.word.equals(word)) {
                return part;
            }
        }
        return Part.CALL;
    }
}
