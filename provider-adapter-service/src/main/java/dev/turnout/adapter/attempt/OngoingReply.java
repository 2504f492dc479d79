package dev.turnout.adapter.attempt;

/** A reply that has begun to flow into its pipe, and what the pipe may still ask of it. */
public interface OngoingReply {

    /** The subscriber wants more. */
    void resume();

    /** The subscriber has left: everything stops at once. */
    void cancel();
}
