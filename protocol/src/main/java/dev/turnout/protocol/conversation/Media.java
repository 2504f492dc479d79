package dev.turnout.protocol.conversation;

/** Where the bytes of an image or document are. */
public sealed interface Media {

    /**
     * In the request itself.
     *
     * @param type its media type, for example {@code image/png}
     * @param data in base64
     */
    record Inline(String type, String data) implements Media {}

    /** At an address that the provider fetches. */
    record Remote(String url) implements Media {}

    /** A document that is plain text. */
    record Plain(String text) implements Media {}

    /** Among the files that the provider keeps. */
    record Kept(String fileId) implements Media {}
}
