package dev.turnout.protocol.responses.reply;

/** An item of the output, as much of it as has come: tells what that says, in blocks. */
sealed interface ResponsesReplyItem
        permits ResponsesReplyMessage,
                ResponsesReplyReasoning,
                ResponsesReplyCall,
                ResponsesReplySearch,
                ResponsesReplyOther {

    /** Takes in an event about it, other than its beginning and its end. */
    void add(ResponsesReplyStep step);

    /** Takes in how it stands at its end: all that was not said before. */
    void add(ResponsesItem whole);

    /** Whether nothing more is to be expected once another item has begun. */
    boolean isWhole();

    /**
     * Tells the rest of it.
     *
     * @param cut whether the model would have gone on
     */
    void end(boolean cut);
}
