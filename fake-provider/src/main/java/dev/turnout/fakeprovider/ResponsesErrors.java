package dev.turnout.fakeprovider;

/** OpenAI's words for failures where Responses have their own; {@link ChatErrors} has the rest. */
final class ResponsesErrors {

    /** What is said of a prompt that does not fit: no numbers. */
    static final String TOO_LONG =
            "Your input exceeds the context window of this model. Please adjust your input and try"
                    + " again.";

    private ResponsesErrors() {}

    /** As {@link ChatErrors#of}. */
    static ChatErrors.Kind of(String word) {
        return word.equals("context_length_exceeded")
                ? new ChatErrors.Kind("invalid_request_error", "input", word)
                : ChatErrors.of(word);
    }

    /** What stands in an event, which has a code but no type. */
    static String code(String word) {
        var kind = of(word);
        var code = kind.code();
        return code == null ? kind.type() : code;
    }
}
