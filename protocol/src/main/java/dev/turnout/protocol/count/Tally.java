package dev.turnout.protocol.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Adds up the parts of one prompt, for one model. Text is counted until every window is full; the
 * rest is taken to be like that.
 */
final class Tally {

    /** Characters that are counted: a million tokens of code, and fewer of anything else. */
    private static final int MOST_COUNTED = 4_000_000;

    private static final int MOST_TOKENS = 1_000_000;

    /** Characters that are counted at once; a word that is cut here counts one more. */
    private static final int STRETCH = 100_000;

    /** Of the role and the marks around a message; an estimate that is widely used. */
    private static final int TOKENS_PER_MESSAGE = 4;

    /** Base64 bytes of a PDF for one token: a page of text and its picture is some 3,000 tokens. */
    private static final int DOCUMENT_BYTES_PER_TOKEN = 40;

    private final ModelCost cost;

    /**
     * Tokens by {@code o200k_base}, before the model's factor: those of parts, and those of text.
     */
    private long partTokens;

    private long textTokens;

    /** Characters of text. */
    private long counted;

    private long uncounted;
    private long otherTokens;

    Tally(ModelCost cost) {
        this.cost = cost;
    }

    void text(String text) {
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
    void json(byte[] body, int offset, int length) {
        text(compact(body, offset, length));
    }

    /** Text that was counted before. */
    void textTokens(long tokens) {
        partTokens += tokens;
    }

    void message() {
        otherTokens += TOKENS_PER_MESSAGE;
    }

    /** The prompt that comes with tools. */
    void toolsPrompt(boolean forced) {
        otherTokens += forced ? cost.forcedTools() : cost.tools();
    }

    /** An image, whose size may not be known. */
    void image(@Nullable ImageSize size) {
        otherTokens += cost.image(size);
    }

    /** A document of so many bytes in base64. */
    void document(int base64Bytes) {
        otherTokens += base64Bytes / DOCUMENT_BYTES_PER_TOKEN;
    }

    /** By {@code o200k_base}, without what is no text. */
    long textTokens() {
        return partTokens + textTokens + (counted == 0 ? 0 : textTokens * uncounted / counted);
    }

    /** All of it, by the model's measure. */
    long tokens() {
        return Math.round(textTokens() * cost.factor()) + otherTokens;
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
