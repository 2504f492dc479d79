package dev.turnout.config.document;

import java.util.regex.Pattern;

/** How a document says where a provider's key is. */
sealed interface KeyReference {

    String ENVIRONMENT = "env:";
    String FILE = "file:";

    Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    Pattern SHELL_STYLE = Pattern.compile("\\$\\{?(" + VARIABLE + ")}?");

    /** In an environment variable, or in a file: as it should be. */
    record Right() implements KeyReference {}

    /** {@code env:} with what cannot be a variable's name. */
    record NoVariable() implements KeyReference {}

    /** {@code file:} with what is no absolute path. */
    record NoAbsolutePath() implements KeyReference {}

    /** {@code $NAME}, which other programs take. */
    record ShellStyle(String variable) implements KeyReference {}

    /** The key itself, with line breaks or blanks that no key has. */
    record BrokenLiteral() implements KeyReference {}

    /** The key itself. */
    record Literal() implements KeyReference {}

    static KeyReference read(String written) {
        if (written.startsWith(ENVIRONMENT)) {
            return VARIABLE.matcher(written.substring(ENVIRONMENT.length())).matches()
                    ? new Right()
                    : new NoVariable();
        }
        if (written.startsWith(FILE)) {
            return written.startsWith("/", FILE.length()) ? new Right() : new NoAbsolutePath();
        }
        var shellStyle = SHELL_STYLE.matcher(written);
        if (shellStyle.matches()) {
            return new ShellStyle(shellStyle.group(1));
        }
        return written.chars().allMatch(c -> c > ' ' && c < 127)
                ? new Literal()
                : new BrokenLiteral();
    }
}
