package dev.turnout.protocol.conversation;

/**
 * What a provider wants back with the next request, beside the text of its thinking.
 *
 * @param form whose it is, in a word that the provider's dialect knows again
 * @param json the thing itself, as it came; empty where the text is all
 */
public record Carried(String form, String json) {

    /** The form of thinking of which there is the text only. */
    public static final String TEXT = "text";
}
