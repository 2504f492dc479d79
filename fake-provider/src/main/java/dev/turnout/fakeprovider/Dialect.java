package dev.turnout.fakeprovider;

import java.util.List;

/** The format in which a path speaks: each has a {@code Wire} and {@code Errors} of its own. */
enum Dialect {
    ANTHROPIC,
    OPENAI_CHAT;

    private static final Header RETRY_AFTER = new Header("retry-after", "1");

    /** The vendor that a request addresses; the path of the models is the same at both. */
    static Dialect of(ReceivedRequest request) {
        return switch (Endpoint.of(request)) {
            case CHAT, EMBEDDINGS -> OPENAI_CHAT;
            case MODELS ->
                    request.header("anthropic-version").isPresent() ? ANTHROPIC : OPENAI_CHAT;
            case MESSAGES, COUNT_TOKENS -> ANTHROPIC;
            // Only a failure of the fake itself is written here, and it has to be readable.
            case SEARCH, NONE -> ANTHROPIC;
        };
    }

    byte[] message(Reply reply) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.message(reply);
            case OPENAI_CHAT -> ChatWire.message(reply);
        };
    }

    List<byte[]> events(Reply reply, ReceivedRequest request) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.events(reply);
            case OPENAI_CHAT -> ChatWire.events(reply, request.wantsUsage());
        };
    }

    byte[] error(String word, String message) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.error(word, message);
            case OPENAI_CHAT -> ChatWire.error(word, message);
        };
    }

    byte[] errorEvent(String word, String message) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.errorEvent(word, message);
            case OPENAI_CHAT -> ChatWire.errorEvent(word, message);
        };
    }

    byte[] tooLong(int tokens, int maximum) {
        return switch (this) {
            case ANTHROPIC ->
                    error("invalid_request_error", AnthropicErrors.tooLong(tokens, maximum));
            case OPENAI_CHAT ->
                    error("context_length_exceeded", ChatErrors.tooLong(tokens, maximum));
        };
    }

    /**
     * What goes with a status of which the script gives no headers: at OpenAI's, a 429 says when to
     * come back; at Anthropic's, scripts that want it say so.
     */
    List<Header> usualHeaders(int status) {
        return switch (this) {
            case ANTHROPIC -> List.of();
            case OPENAI_CHAT -> status == 429 ? List.of(RETRY_AFTER) : List.of();
        };
    }

    /** The header in which the vendor names a request. */
    String requestIdHeader() {
        return switch (this) {
            case ANTHROPIC -> "request-id";
            case OPENAI_CHAT -> "x-request-id";
        };
    }
}
