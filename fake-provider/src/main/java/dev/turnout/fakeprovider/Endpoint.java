package dev.turnout.fakeprovider;

/** A path that is answered, whatever stands before it: a base URL may have a path of its own. */
enum Endpoint {
    MESSAGES("POST", "/v1/messages"),
    COUNT_TOKENS("POST", "/v1/messages/count_tokens"),
    CHAT("POST", "/v1/chat/completions"),
    EMBEDDINGS("POST", "/v1/embeddings"),
    MODELS("GET", "/v1/models"),
    SEARCH("GET", "/search"),
    /** Anything else; no method is named so. */
    NONE("", "");

    private final String method;
    private final String suffix;

    Endpoint(String method, String suffix) {
        this.method = method;
        this.suffix = suffix;
    }

    static Endpoint of(ReceivedRequest request) {
        for (var endpoint : values()) {
            if (request.method().equals(endpoint.method)
                    && request.path().endsWith(endpoint.suffix)) {
                return endpoint;
            }
        }
        return NONE;
    }
}
