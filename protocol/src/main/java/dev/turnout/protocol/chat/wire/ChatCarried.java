package dev.turnout.protocol.chat.wire;

/** The forms of what servers want back with the next request, beside text and calls. */
public final class ChatCarried {

    /** The text of the thinking itself, in a field of that name; nothing is carried beside it. */
    public static final String REASONING_CONTENT = "reasoning_content";

    /** OpenRouter's and MiniMax's array of that name, as it came. */
    public static final String REASONING_DETAILS = "reasoning_details";

    /**
     * What Gemini's layer puts into {@code extra_content} of a call, the next one behind the
     * thinking: it refuses the call without it.
     */
    public static final String GOOGLE = "google";

    private ChatCarried() {}
}
