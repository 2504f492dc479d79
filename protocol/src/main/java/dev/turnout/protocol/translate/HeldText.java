package dev.turnout.protocol.translate;

/** Text that has come and not been told. */
public final class HeldText {

    private HeldText() {}

    /**
     * Takes out what can be told: all but half a surrogate pair, whose other half comes with the
     * next piece where tokens are smaller than characters.
     */
    public static String take(StringBuilder held) {
        int end = held.length();
        if (end > 0 && Character.isHighSurrogate(held.charAt(end - 1))) {
            end--;
        }
        var text = held.substring(0, end);
        held.delete(0, end);
        return text;
    }
}
