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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The one list of the dialects: who fills the roles of each. */
public final class Dialects {

    private static final Anthropic ANTHROPIC = new Anthropic();
    private static final Chat CHAT = new Chat();
    private static final Responses RESPONSES = new Responses();
    private static final Gemini GEMINI = new Gemini();

    private Dialects() {}

    /** What a dialect does toward the providers that speak it. */
    public static ProviderRoles provider(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC -> ANTHROPIC;
            case OPENAI_CHAT -> CHAT;
            case OPENAI_RESPONSES -> RESPONSES;
            case GEMINI -> GEMINI;
        };
    }

    /**
     * What a dialect does for its clients; {@link ProblemException} with {@code POLICY_BLOCKED}
     * where they are not served.
     */
    public static ClientRoles client(Dialect dialect) {
        if (provider(dialect) instanceof ClientRoles roles) {
            return roles;
        }
        throw Problem.of(
                        ProblemCode.POLICY_BLOCKED,
                        "This version of Turnout serves no clients that speak "
                                + dialect.id()
                                + ". Use an endpoint of one of: "
                                + ofClients().stream()
                                        .map(Dialect::id)
                                        .collect(Collectors.joining(", "))
                                + ".")
                .asException();
    }

    /** Whether clients that speak it are served. */
    public static boolean servesClients(Dialect dialect) {
        return provider(dialect) instanceof ClientRoles;
    }

    /** The dialects of clients that are served. */
    public static List<Dialect> ofClients() {
        return Arrays.stream(Dialect.values()).filter(Dialects::servesClients).toList();
    }
}
