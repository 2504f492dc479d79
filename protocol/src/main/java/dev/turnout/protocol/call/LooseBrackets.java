package dev.turnout.protocol.call;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the objects in what a model wrote, whatever stands around them, and mends what no parser
 * reads: brackets that are missing or too many, words of Python, and backslashes that escape
 * nothing.
 */
final class LooseBrackets {

    private static final String ESCAPES = "\"\\/bfnrt";
    private static final int DIGITS = 4;

    private final String text;
    private final List<String> objects = new ArrayList<>(1);

    /** The object that is open, as far as it has been read. */
    private final StringBuilder object = new StringBuilder();

    /** The brackets that are open. */
    private final StringBuilder open = new StringBuilder();

    /** What the string that is open ends with; 0 outside of any. */
    private char quote;

    private LooseBrackets(String text) {
        this.text = text;
    }

    /**
     * Each outermost object, in order. One that ends without its brackets is given them, if it
     * holds anything; one that ends within a string is none, for nobody knows what else it lacks.
     */
    static List<String> objects(String text) {
        var brackets = new LooseBrackets(text);
        brackets.read();
        return brackets.objects;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            if (quote != 0) {
                at = inString(at);
            } else if (open.isEmpty()) {
                if (text.charAt(at) == '{') {
                    open('{');
                }
                at++;
            } else {
                at = inObject(at);
            }
        }
        if (quote == 0 && !open.isEmpty() && object.toString().strip().length() > 1) {
            while (!open.isEmpty()) {
                closeInnermost();
            }
            objects.add(object.toString());
        }
    }

    private int inString(int at) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
            if (!isEscape(at + 1)) {
                object.append('\\'); // of a path or a pattern
            }
            object.append(c).append(text.charAt(at + 1));
            return at + 2;
        }
        object.append(c);
        if (c == quote) {
            quote = 0;
        }
        return at + 1;
    }

    private boolean isEscape(int at) {
        char c = text.charAt(at);
        if (c != 'u') {
            return ESCAPES.indexOf(c) >= 0 || c == quote;
        }
        for (int i = at + 1; i <= at + DIGITS; i++) {
            if (i >= text.length() || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private int inObject(int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"', '\'' -> {
                quote = c;
                object.append(c);
            }
            case '{', '[' -> open(c);
            case '}', ']' -> close(c == '}' ? '{' : '[');
            default -> {
                if (Character.isLetter(c)) {
                    return word(at);
                }
                object.append(c);
            }
        }
        return at + 1;
    }

    private void open(char bracket) {
        open.append(bracket);
        object.append(bracket);
    }

    /** Closes the innermost of its kind, with all in it that was left open. */
    private void close(char bracket) {
        if (open.indexOf(String.valueOf(bracket)) < 0) {
            return;
        }
        while (open.charAt(open.length() - 1) != bracket) {
            closeInnermost();
        }
        closeInnermost();
        if (open.isEmpty()) {
            objects.add(object.toString());
            object.setLength(0);
        }
    }

    private void closeInnermost() {
        object.append(open.charAt(open.length() - 1) == '{' ? '}' : ']');
        open.setLength(open.length() - 1);
    }

    private int word(int at) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        var word = text.substring(at, end);
        object.append(
                switch (word) {
                    case "True" -> "true";
                    case "False" -> "false";
                    case "None", "undefined" -> "null";
                    default -> word;
                });
        return end;
    }
}
