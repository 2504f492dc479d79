package dev.turnout.config.document;

/** A place in a document, as a JSON pointer (RFC 6901). */
record Pointer(String text) {

    static final Pointer ROOT = new Pointer("");

    /** The place of a key of the root. */
    static Pointer to(String key) {
        return ROOT.then(key);
    }

    Pointer then(String key) {
        return new Pointer(text + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    Pointer then(int index) {
        return new Pointer(text + "/" + index);
    }

    boolean isAtOrBelow(String other) {
        return text.equals(other) || text.startsWith(other + "/");
    }

    @Override
    public String toString() {
        return text;
    }
}
