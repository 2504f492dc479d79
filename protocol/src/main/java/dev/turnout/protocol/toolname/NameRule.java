package dev.turnout.protocol.toolname;

import java.util.regex.Pattern;

/**
 * Which names a dialect takes for tools.
 *
 * @param allowed matches a whole name that is taken as it is
 * @param longest characters of a name
 */
public record NameRule(Pattern allowed, int longest) {

    /** Letters, digits, {@code _} and {@code -}, as most take them. */
    public static NameRule plain(int longest) {
        return new NameRule(Pattern.compile("[a-zA-Z0-9_-]+"), longest);
    }

    /** Whether a name is taken as it is. */
    public boolean allows(String name) {
        return name.length() <= longest && allowed.matcher(name).matches();
    }
}
