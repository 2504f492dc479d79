package dev.turnout.protocol.chat.reply;

/** What is new in a text of which each piece repeats all that came before it. */
final class ChatReplyGrowth {

    private final StringBuilder said = new StringBuilder();

    /** Whether a piece has come that does not repeat: then none does. */
    private boolean incremental;

    /** The end of a piece that has not been said yet. */
    String next(String piece) {
        int known = said.length();
        if (incremental || piece.isEmpty()) {
            return piece;
        }
        if (!said.isEmpty() && !piece.startsWith(said.toString())) {
            incremental = true;
            return piece;
        }
        said.append(piece, known, piece.length());
        return piece.substring(known);
    }
}
