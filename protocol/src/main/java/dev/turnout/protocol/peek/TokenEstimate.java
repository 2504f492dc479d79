package dev.turnout.protocol.peek;

/**
 * A prompt's size in tokens, told from its bytes. Routing needs no more than that; counts are exact
 * only where a provider counts.
 */
public final class TokenEstimate {

    /**
     * JSON bytes of a coding client's request for one token. Between the 2.5 to 4 characters that
     * current tokenizers take for code; rather many tokens than few, for a window that is too small
     * fails the request.
     */
    private static final double BYTES_PER_TOKEN = 3.5;

    /** Anthropic's upper bound for one image of the standard tier, 1568 pixels on its long edge. */
    private static final int TOKENS_PER_IMAGE = 1568;

    /** Base64 bytes of a PDF for one token: a page of text and its picture is some 3,000 tokens. */
    private static final int DOCUMENT_BYTES_PER_TOKEN = 40;

    private long bytes;
    private long tokens;

    /** Starts from a whole body of so many bytes. */
    public TokenEstimate(int bodyBytes) {
        bytes = bodyBytes;
    }

    /** So many of the body's bytes are an image in base64. */
    public void image(int base64Bytes) {
        bytes -= base64Bytes;
        tokens += TOKENS_PER_IMAGE;
    }

    /** So many of the body's bytes are a document in base64. */
    public void document(int base64Bytes) {
        bytes -= base64Bytes;
        tokens += base64Bytes / DOCUMENT_BYTES_PER_TOKEN;
    }

    /** So many of the body's bytes no model reads. */
    public void unread(int unread) {
        bytes -= unread;
    }

    public long tokens() {
        return tokens + Math.round(bytes / BYTES_PER_TOKEN);
    }
}
