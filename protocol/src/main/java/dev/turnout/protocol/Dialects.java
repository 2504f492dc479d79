package dev.turnout.protocol;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.gemini.Gemini;
import dev.turnout.protocol.responses.Responses;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The one list of the dialects that this version speaks. */
public final class Dialects {

    private static final Map<Dialect, ProviderRoles> SPOKEN =
            Map.of(
                    Dialect.ANTHROPIC,
                    new Anthropic(),
                    Dialect.OPENAI_CHAT,
                    new Chat(),
                    Dialect.OPENAI_RESPONSES,
                    new Responses(),
                    Dialect.GEMINI,
                    new Gemini());

    private Dialects() {}

    /** The dialects of clients that are served. */
    public static List<Dialect> ofClients() {
        return SPOKEN.keySet().stream().filter(Dialects::servesClients).sorted().toList();
    }

    /** The dialects of providers that can be asked. */
    public static List<Dialect> ofProviders() {
        return SPOKEN.keySet().stream().sorted().toList();
    }

    /** Whether clients that speak it are served. */
    public static boolean servesClients(Dialect dialect) {
        return SPOKEN.get(dialect) instanceof ClientRoles;
    }

    /** Whether providers that speak it can be asked. */
    public static boolean reachesProviders(Dialect dialect) {
        return SPOKEN.containsKey(dialect);
    }

    /**
     * What a dialect does for its clients; {@link ProblemException} with {@code POLICY_BLOCKED}
     * where they are not served.
     */
    public static ClientRoles client(Dialect dialect) {
        if (SPOKEN.get(dialect) instanceof ClientRoles roles) {
            return roles;
        }
        throw notSpoken(dialect, Dialects::servesClients);
    }

    /**
     * What a dialect does toward its providers; {@link ProblemException} with {@code
     * POLICY_BLOCKED} where they cannot be asked.
     */
    public static ProviderRoles provider(Dialect dialect) {
        var roles = SPOKEN.get(dialect);
        if (roles == null) {
            throw notSpoken(dialect, Dialects::reachesProviders);
        }
        return roles;
    }

    private static ProblemException notSpoken(Dialect dialect, Predicate<Dialect> spoken) {
        return Problem.of(
                        ProblemCode.POLICY_BLOCKED,
                        "This version of Turnout does not speak "
                                + dialect.id()
                                + " here. Use an endpoint or provider of one of: "
                                + SPOKEN.keySet().stream()
                                        .filter(spoken)
                                        .map(Dialect::id)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".")
                .asException();
    }
}
