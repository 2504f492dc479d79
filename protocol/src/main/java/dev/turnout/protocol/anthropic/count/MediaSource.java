package dev.turnout.protocol.anthropic.count;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.json.JsonText;
import java.util.Locale;

/** Where an image or a document comes from, as far as it has been read. */
final class MediaSource {

    private static final Span NO_DATA = new Span(0, 0);

    /** {@code base64}, {@code text}, {@code url}, {@code file}, {@code content}. */
    String type = "";

    /** Empty where nobody says, as with what stands elsewhere. */
    String mediaType = "";

    /** Quotes included. */
    Span data = NO_DATA;

    void add(byte[] body, Tally tally) {
        int from = data.offset() + 1;
        int to = data.end() - 1;
        switch (type) {
            case "text" -> tally.text(JsonText.decode(body, from, Math.max(from, to)));
            case "base64" -> {
                if (mediaType.toLowerCase(Locale.ROOT).startsWith("image/")) {
                    tally.base64Image(body, data);
                } else {
                    tally.document(data.length());
                }
            }
            case "url", "file" -> tally.image();
            default -> {}
        }
    }
}
