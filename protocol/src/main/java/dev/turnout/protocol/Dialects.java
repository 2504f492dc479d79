package dev.turnout.protocol;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.DialectRoles;
import java.util.Map;
import java.util.stream.Collectors;

/** The one list of the dialects that this version speaks. */
public final class Dialects {

    private static final Map<Dialect, DialectRoles> SPOKEN =
            Map.of(Dialect.ANTHROPIC, new Anthropic(), Dialect.OPENAI_CHAT, new Chat());

    private Dialects() {}

    public static boolean speaks(Dialect dialect) {
        return SPOKEN.containsKey(dialect);
    }

    /** The roles of a dialect; {@link ProblemException} where this version does not speak it. */
    public static DialectRoles of(Dialect dialect) {
        var roles = SPOKEN.get(dialect);
        if (roles == null) {
            throw notSpoken(dialect).asException();
        }
        return roles;
    }

    /** What is said to those who ask for more. */
    public static Problem notSpoken(Dialect dialect) {
        return Problem.of(
                ProblemCode.POLICY_BLOCKED,
                "This version of Turnout does not speak "
                        + dialect.id()
                        + " yet. Use an endpoint or provider of one of: "
                        + SPOKEN.keySet().stream()
                                .map(Dialect::id)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
