package dev.turnout.protocol.json;

/**
 * A JSON object that comes in pieces: tells when it is whole, and what would end it where it was
 * cut off. Text that is no JSON at all is followed as far as its brackets and quotes go.
 */
public final class GrowingJson {

    /** What may come next, as far as an ending depends on it. */
    private enum Next {
        /** The object itself, or an element behind its bracket. */
        FIRST_VALUE,
        /** A value behind a colon, or an element behind a comma. */
        VALUE,
        FIRST_KEY,
        KEY,
        COLON,
        /** A comma or a closing bracket. */
        SEPARATOR
    }

    private static final int DIGITS = 4;
    private static final int BACKSLASH = 1 + DIGITS;

    /** The brackets that are open, the outermost first. */
    private final StringBuilder open = new StringBuilder();

    /** The number or word that is coming in. */
    private final StringBuilder word = new StringBuilder();

    private Next next = Next.FIRST_VALUE;

    /** The first character but white space; 0 while there is none. */
    private char first;

    /** Whether anything but white space and a closing bracket has come behind the first. */
    private boolean filled;

    private boolean inString;

    /** Of the escape that is coming in, the digits that it lacks; one more behind a backslash. */
    private int escape;

    /** Adds all of a piece, or as much of it as belongs to the object. */
    public void add(String piece) {
        add(piece, 0);
    }

    /**
     * Adds a piece from an offset on, up to its end or the object's.
     *
     * @return offset behind what was added; what stands there follows the object and is none of it
     */
    public int add(String piece, int from) {
        int at = from;
        while (at < piece.length() && !(isObject() && whole())) {
            char c = piece.charAt(at++);
            if (inString) {
                inString(c);
            } else {
                outside(c);
            }
        }
        return at;
    }

    /** Whether anything but white space has come. */
    public boolean begun() {
        return first != 0;
    }

    /** Whether it has begun as an object. */
    public boolean isObject() {
        return first == '{';
    }

    /** Whether it is an object that holds nothing, or nothing yet. */
    public boolean isEmptyObject() {
        return isObject() && !filled;
    }

    /** Whether the outermost value has ended. */
    public boolean whole() {
        return begun() && open.isEmpty() && !inString && next == Next.SEPARATOR && word.isEmpty();
    }

    /**
     * What makes of an object that was cut off anywhere, or before it began, one that parses, with
     * a last field that says so.
     *
     * @param field name of that field, of plain letters
     * @param value its text, of plain letters
     */
    public String ending(String field, String value) {
        var ending = new StringBuilder();
        if (!begun()) {
            ending.append('{');
            open.append('{');
            next = Next.FIRST_KEY;
        }
        endString(ending);
        endWord(ending);
        while (open.length() > 1) {
            endValue(ending);
            ending.append(open.charAt(open.length() - 1) == '{' ? '}' : ']');
            open.setLength(open.length() - 1);
            next = Next.SEPARATOR;
        }
        if (next == Next.COLON || next == Next.VALUE) {
            endValue(ending);
            next = Next.SEPARATOR;
        }
        if (next == Next.SEPARATOR) {
            ending.append(',');
        }
        return ending.append('"')
                .append(field)
                .append("\":\"")
                .append(value)
                .append("\"}")
                .toString();
    }

    private void inString(char c) {
        if (escape > 0) {
            if (escape == BACKSLASH) {
                escape = c == 'u' ? DIGITS : 0;
            } else {
                escape--;
            }
        } else if (c == '\\') {
            escape = BACKSLASH;
        } else if (c == '"') {
            inString = false;
            next = next == Next.KEY || next == Next.FIRST_KEY ? Next.COLON : Next.SEPARATOR;
        }
    }

    private void outside(char c) {
        boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (first == 0 && !blank) {
            first = c;
        } else {
            filled |= !blank && c != '}';
        }
        switch (c) {
            case '"' -> inString = true;
            case '{' -> {
                open.append(c);
                next = Next.FIRST_KEY;
            }
            case '[' -> {
                open.append(c);
                next = Next.FIRST_VALUE;
            }
            case '}', ']' -> {
                word.setLength(0);
                open.setLength(Math.max(0, open.length() - 1));
                next = Next.SEPARATOR;
            }
            case ':' -> next = Next.VALUE;
            case ',' -> {
                word.setLength(0);
                next = open.isEmpty() || inObject() ? Next.KEY : Next.VALUE;
            }
            default -> {
                if (!blank) {
                    word.append(c);
                    next = Next.SEPARATOR;
                }
            }
        }
    }

    private void endString(StringBuilder ending) {
        if (!inString) {
            return;
        }
        if (escape == BACKSLASH) {
            ending.append('\\');
        } else {
            ending.repeat('0', escape);
        }
        ending.append('"');
        next = next == Next.KEY || next == Next.FIRST_KEY ? Next.COLON : Next.SEPARATOR;
    }

    private void endWord(StringBuilder ending) {
        if (word.isEmpty()) {
            return;
        }
        var start = word.toString();
        switch (start.charAt(0)) {
            case 't' -> ending.append("true", Math.min(start.length(), 4), 4);
            case 'f' -> ending.append("false", Math.min(start.length(), 5), 5);
            case 'n' -> ending.append("null", Math.min(start.length(), 4), 4);
            default -> {
                if (!Character.isDigit(start.charAt(start.length() - 1))) {
                    ending.append('0');
                }
            }
        }
    }

    /** Ends what a key, a colon or a comma has announced. */
    private void endValue(StringBuilder ending) {
        switch (next) {
            case COLON -> ending.append(":null");
            case KEY -> ending.append("\"\":null");
            case VALUE -> ending.append("null");
            case FIRST_VALUE, FIRST_KEY, SEPARATOR -> {}
        }
    }

    private boolean inObject() {
        return open.charAt(open.length() - 1) == '{';
    }
}
