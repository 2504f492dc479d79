package dev.turnout.fakeprovider;

import java.util.List;
import java.util.Optional;

/** The format in which a path speaks: each has a {@code Wire} and {@code Errors} of its own. */
enum Dialect {
    ANTHROPIC,
    OPENAI_CHAT,
    OPENAI_RESPONSES,
    GEMINI;

    private static final Header RETRY_AFTER = new Header("retry-after", "1");

    /** The vendor that a request addresses; the path of the models is the same at two. */
    static Dialect of(ReceivedRequest request) {
        return switch (Endpoint.of(request)) {
            case CHAT, EMBEDDINGS -> OPENAI_CHAT;
            case RESPONSES, INPUT_TOKENS -> OPENAI_RESPONSES;
            case GENERATE_CONTENT, STREAM_GENERATE_CONTENT, GEMINI_COUNT_TOKENS, GEMINI_MODELS ->
                    GEMINI;
            case MODELS ->
                    request.header("anthropic-version").isPresent() ? ANTHROPIC : OPENAI_CHAT;
            case MESSAGES, COUNT_TOKENS -> ANTHROPIC;
            // Only a failure of the fake itself is written here, and it has to be readable.
            case SEARCH, NONE -> ANTHROPIC;
        };
    }

    byte[] message(Reply reply, ReceivedRequest request) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.message(reply);
            case OPENAI_CHAT -> ChatWire.message(reply);
            case OPENAI_RESPONSES -> ResponsesWire.message(reply, request.json());
            case GEMINI -> GeminiWire.message(reply, request.json());
        };
    }

    List<byte[]> events(Reply reply, ReceivedRequest request) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.events(reply);
            case OPENAI_CHAT -> ChatWire.events(reply, request.wantsUsage());
            case OPENAI_RESPONSES -> ResponsesWire.events(reply, request.json());
            case GEMINI ->
                    request.wantsEvents()
                            ? GeminiWire.events(reply, request.json())
                            : GeminiWire.array(reply, request.json());
        };
    }

    /** What a stream says that it is: Gemini's is JSON where nobody asked for events. */
    String streamType(ReceivedRequest request) {
        return switch (this) {
            case ANTHROPIC, OPENAI_CHAT, OPENAI_RESPONSES -> "text/event-stream; charset=utf-8";
            case GEMINI -> request.wantsEvents() ? "text/event-stream" : "application/json";
        };
    }

    byte[] error(int status, String word, String message) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.error(word, message);
            case OPENAI_CHAT -> ChatWire.error(word, message);
            case OPENAI_RESPONSES -> ResponsesWire.error(word, message);
            case GEMINI -> GeminiWire.error(status, word, message);
        };
    }

    byte[] errorEvent(String word, String message, ReceivedRequest request) {
        return switch (this) {
            case ANTHROPIC -> AnthropicWire.errorEvent(word, message);
            case OPENAI_CHAT -> ChatWire.errorEvent(word, message);
            case OPENAI_RESPONSES -> ResponsesWire.errorEvent(word, message);
            case GEMINI ->
                    request.wantsEvents()
                            ? GeminiWire.errorEvent(word, message)
                            : GeminiWire.errorArray(word, message);
        };
    }

    byte[] tooLong(int tokens, int maximum) {
        return switch (this) {
            case ANTHROPIC ->
                    error(400, "invalid_request_error", AnthropicErrors.tooLong(tokens, maximum));
            case OPENAI_CHAT ->
                    error(400, "context_length_exceeded", ChatErrors.tooLong(tokens, maximum));
            case OPENAI_RESPONSES ->
                    error(400, "context_length_exceeded", ResponsesErrors.TOO_LONG);
            case GEMINI ->
                    error(400, "invalid_request_error", GeminiErrors.tooLong(tokens, maximum));
        };
    }

    /**
     * What goes with a status of which the script gives no headers: at OpenAI's, a 429 says when to
     * come back; Google says it in the body; at Anthropic's, scripts that want it say so.
     */
    List<Header> usualHeaders(int status) {
        return switch (this) {
            case ANTHROPIC, GEMINI -> List.of();
            case OPENAI_CHAT, OPENAI_RESPONSES -> status == 429 ? List.of(RETRY_AFTER) : List.of();
        };
    }

    /** The header in which the vendor names a request; empty for one that does not. */
    Optional<String> requestIdHeader() {
        return switch (this) {
            case ANTHROPIC -> Optional.of("request-id");
            case OPENAI_CHAT, OPENAI_RESPONSES -> Optional.of("x-request-id");
            case GEMINI -> Optional.empty();
        };
    }
}
