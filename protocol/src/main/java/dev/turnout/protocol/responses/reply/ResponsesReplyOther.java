package dev.turnout.protocol.responses.reply;

/** An item that nobody asked for, or that no other dialect has a place for: it says nothing. */
record ResponsesReplyOther() implements ResponsesReplyItem {

    @Override
    public void add(ResponsesReplyStep step) {}

    @Override
    public void add(ResponsesItem whole) {}

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void end(boolean cut) {}
}
