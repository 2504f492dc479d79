package dev.turnout.fakeprovider;

import java.util.List;

/** A path that is answered, whatever stands before it: a base URL may have a path of its own. */
enum Endpoint {
    MESSAGES("POST", "/v1/messages"),
    COUNT_TOKENS("POST", "/v1/messages/count_tokens"),
    CHAT("POST", "/v1/chat/completions"),
    RESPONSES("POST", "/v1/responses"),
    INPUT_TOKENS("POST", "/v1/responses/input_tokens"),
    EMBEDDINGS("POST", "/v1/embeddings"),
    MODELS("GET", "/v1/models"),
    GENERATE_CONTENT("POST", ":generateContent"),
    STREAM_GENERATE_CONTENT("POST", ":streamGenerateContent"),
    GEMINI_COUNT_TOKENS("POST", ":countTokens"),
    GEMINI_MODELS("GET", "/v1beta/models"),
    SEARCH("GET", "/search"),
    /** Anything else; no method is named so. */
    NONE("", "");

    /** What a method of a model stands behind: at Google's own API, and on Vertex. */
    private static final List<String> MODELS_OF_GOOGLE =
            List.of("/v1beta/models/", "/publishers/google/models/");

    private final String method;
    private final String suffix;

    Endpoint(String method, String suffix) {
        this.method = method;
        this.suffix = suffix;
    }

    static Endpoint of(ReceivedRequest request) {
        for (var endpoint : values()) {
            if (request.method().equals(endpoint.method) && endpoint.isAt(request.path())) {
                return endpoint;
            }
        }
        return NONE;
    }

    private boolean isAt(String path) {
        return path.endsWith(suffix)
                && (!suffix.startsWith(":") || MODELS_OF_GOOGLE.stream().anyMatch(path::contains));
    }
}
