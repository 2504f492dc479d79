package dev.turnout.protocol.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.json.JsonPlace;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes within an URL, as OpenAI's dialects have them: {@code data:<media type>;base64,<data>}. */
public final class DataUrl {

    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";
    private static final String EXPECTED = "Input should be data:<media type>;base64,<data>.";

    private DataUrl() {}

    /** The URL of bytes that stand in the request. */
    public static String of(Media.Inline media) {
        return DATA + media.type() + BASE64 + media.data();
    }

    /** An image by its URL; a problem where that is of data in another form than base64. */
    public static Media image(String url, JsonPlace place) {
        if (!url.startsWith(DATA)) {
            return new Media.Remote(url);
        }
        var inline = inline(url);
        if (inline == null) {
            throw place.invalid("Input should be an https URL or data:<media type>;base64,<data>.");
        }
        return inline;
    }

    /** A document; without the beginning of an URL, a PDF. A text is told as such. */
    public static Media document(String data, JsonPlace place) {
        var inline =
                data.startsWith(DATA) ? inline(data) : new Media.Inline("application/pdf", data);
        if (inline == null) {
            throw place.invalid(EXPECTED);
        }
        if (!inline.type().startsWith("text/")) {
            return inline;
        }
        try {
            return new Media.Plain(new String(Base64.getDecoder().decode(inline.data()), UTF_8));
        } catch (IllegalArgumentException e) {
            throw place.invalid(EXPECTED);
        }
    }

    /** Null for another form than base64. */
    private static Media.@Nullable Inline inline(String url) {
        int base64 = url.indexOf(BASE64);
        if (base64 < 0) {
            return null;
        }
        var type = url.substring(DATA.length(), base64);
        int parameters = type.indexOf(';');
        return new Media.Inline(
                parameters < 0 ? type : type.substring(0, parameters),
                url.substring(base64 + BASE64.length()));
    }
}
