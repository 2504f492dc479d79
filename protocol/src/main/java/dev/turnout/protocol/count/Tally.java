package dev.turnout.protocol.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import java.util.function.Consumer;

/**
 * Adds up the parts of one prompt, for one model, where no provider counts: {@code o200k_base} over
 * all texts, times what is known of the model's own tokenizer. Each dialect tells it what counts in
 * a request.
 *
 * <p>Text is counted until every window is full; the rest is taken to be like that. A coding
 * client's request takes tens of milliseconds, one that is made to be slow as much as a second, so
 * this has no place on an event loop. One object for one prompt, used by one thread at a time.
 */
public final class Tally {

    /** Characters that are counted: a million tokens of code, and fewer of anything else. */
    private static final int MOST_COUNTED = 4_000_000;

    private static final int MOST_TOKENS = 1_000_000;

    /** Characters that are counted at once; a word that is cut here counts one more. */
    private static final int STRETCH = 100_000;

    /** Of the role and the marks around a message; an estimate that is widely used. */
    private static final int TOKENS_PER_MESSAGE = 4;

    /** Base64 bytes of a PDF for one token: a page of text and its picture is some 3,000 tokens. */
    private static final int DOCUMENT_BYTES_PER_TOKEN = 40;

    private static final String BASE64 = ";base64,";

    private final ModelCost cost;
    private final PartCache parts;

    /**
     * Tokens by {@code o200k_base}, before the model's factor: those of parts, and those of text.
     */
    private long partTokens;

    private long textTokens;

    /** Characters of text. */
    private long counted;

    private long uncounted;
    private long otherTokens;
    private boolean tools;
    private boolean forced;

    /**
     * Of nothing so far.
     *
     * @param model the provider's own name of it
     * @param parts remembers system and tools, which are the most of a coding client's prompt
     */
    public Tally(String model, PartCache parts) {
        this(ModelCost.of(model), parts);
    }

    private Tally(ModelCost cost, PartCache parts) {
        this.cost = cost;
        this.parts = parts;
    }

    public void text(String text) {
        int at = 0;
        while (at < text.length() && counted < MOST_COUNTED && textTokens < MOST_TOKENS) {
            int end = Math.min(text.length(), at + STRETCH);
            textTokens += Tokenizer.count(text.substring(at, end));
            counted += end - at;
            at = end;
        }
        uncounted += text.length() - at;
    }

    /** JSON as it stands in a body, without the white space that says nothing. */
    public void json(byte[] body, Span span) {
        text(compact(body, span.offset(), span.length()));
    }

    /**
     * A part that may have been counted before.
     *
     * @param count adds its text to the tally that it is given, if nobody remembers it
     */
    public void cached(CachedPart kind, byte[] body, Span span, Consumer<Tally> count) {
        var hash = PartHash.of(kind.name(), body, span.offset(), span.length());
        partTokens +=
                parts.get(
                        hash,
                        () -> {
                            // By the vocabulary alone: it is remembered for every model.
                            var part = new Tally("", PartCache.NONE);
                            count.accept(part);
                            return part.textTokens();
                        });
    }

    /** What stands around a message. */
    public void message() {
        otherTokens += TOKENS_PER_MESSAGE;
    }

    /** The array of tools on which the scan stands, and the prompt that comes with them. */
    public void tools(byte[] body, JsonScan scan) {
        boolean array = scan.isArray();
        var span = scan.span();
        if (array && span.length() > "[]".length()) {
            tools = true;
            cached(CachedPart.TOOLS, body, span, part -> part.json(body, span));
        }
    }

    /** The model has to call a tool. */
    public void forcedCall() {
        forced = true;
    }

    /** An image that stands elsewhere, or whose size nobody knows. */
    public void image() {
        otherTokens += cost.image(null);
    }

    /** An image in base64: a JSON string, quotes included. */
    public void base64Image(byte[] body, Span data) {
        image(body, data.offset() + 1, data.end() - 1);
    }

    /** An image at a URL, which may be a {@code data:} URL: a JSON string, quotes included. */
    public void imageUrl(byte[] body, Span url) {
        int mark = JsonText.find(body, url.offset() + 1, BASE64);
        int from = mark < 0 ? -1 : JsonText.match(body, mark, BASE64);
        if (from < 0) {
            image();
        } else {
            image(body, from, url.end() - 1);
        }
    }

    private void image(byte[] body, int from, int to) {
        otherTokens += cost.image(ImageSize.ofBase64(body, from, to));
    }

    /** A document of so many bytes in base64. */
    public void document(int base64Bytes) {
        otherTokens += base64Bytes / DOCUMENT_BYTES_PER_TOKEN;
    }

    /** By {@code o200k_base}, without what is no text. */
    private long textTokens() {
        return partTokens + textTokens + (counted == 0 ? 0 : textTokens * uncounted / counted);
    }

    /** All of it, by the model's measure. */
    public long tokens() {
        long toolsPrompt = !tools ? 0 : forced ? cost.forcedTools() : cost.tools();
        return Math.round(textTokens() * cost.factor()) + toolsPrompt + otherTokens;
    }

    private static String compact(byte[] body, int offset, int length) {
        var compact = new byte[length];
        int size = 0;
        boolean quoted = false;
        for (int i = offset; i < offset + length; i++) {
            byte b = body[i];
            if (quoted || b > ' ' || b < 0) {
                compact[size++] = b;
            }
            if (b == '"') {
                quoted = !quoted;
            } else if (quoted && b == '\\' && i + 1 < offset + length) {
                compact[size++] = body[++i];
            }
        }
        return new String(compact, 0, size, UTF_8);
    }
}
