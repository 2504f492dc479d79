package dev.turnout.gateway.authentication;

import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is calling. With client keys, one that is valid must come as {@code x-api-key} or
 * {@code Authorization: Bearer}; Claude Code may send both with different values, and one that is
 * valid is enough. Without any keys only this machine's own programs may call, and no web page of a
 * browser on it.
 */
@ApplicationScoped
public class Authentication {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ClientKeys keys;

    @Inject
    public Authentication(ClientKeys keys) {
        this.keys = keys;
    }

    public Verdict of(HttpServerRequest request) {
        if (!keys.known()) {
            return new Verdict.Refused(
                    Problem.of(
                            ProblemCode.UNAVAILABLE,
                            "This gateway is starting and has not got its client keys yet; try"
                                    + " again in a moment.",
                            1));
        }
        return keys.any() ? byKey(request) : keyless(request);
    }

    private Verdict byKey(HttpServerRequest request) {
        var offered = offered(request);
        if (offered.isEmpty()) {
            return unauthenticated(
                    "No key was sent. Set ANTHROPIC_AUTH_TOKEN, or OPENAI_API_KEY for an OpenAI client,"
                            + " to a Turnout key (`turnout keys new` makes one).");
        }
        for (var key : offered) {
            var principal = keys.recognize(key);
            if (principal.isPresent()) {
                return new Verdict.Known(principal.get());
            }
        }
        return unauthenticated(
                "The key is not known to this gateway. Check ANTHROPIC_AUTH_TOKEN or OPENAI_API_KEY,"
                        + " or ask for a new Turnout key.");
    }

    private static List<String> offered(HttpServerRequest request) {
        return Stream.of(bearer(request.getHeader("authorization")), request.getHeader("x-api-key"))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7)
                : authorization;
    }

    private static Verdict keyless(HttpServerRequest request) {
        if (!isLoopback(request.remoteAddress())) {
            return unauthenticated(
                    "This gateway has no client keys yet, so only its own machine may call it. Make"
                            + " one with `turnout keys new`.");
        }
        if (request.getHeader("origin") != null) {
            return forbidden("Without client keys no web page may call this gateway.");
        }
        return isLoopbackName(request.authority())
                ? new Verdict.Known(Principal.LOCAL)
                : forbidden(
                        "Without client keys this gateway answers only as localhost or 127.0.0.1.");
    }

    private static boolean isLoopback(@Nullable SocketAddress address) {
        if (address == null || !address.isInetSocket()) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(address.hostAddress()).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** A page that had its own name point here (DNS rebinding) still says that name. */
    private static boolean isLoopbackName(@Nullable HostAndPort asked) {
        return asked != null && LOOPBACK_NAMES.contains(asked.host().toLowerCase(Locale.ROOT));
    }

    private static Verdict unauthenticated(String message) {
        return new Verdict.Refused(Problem.of(ProblemCode.UNAUTHENTICATED, message));
    }

    private static Verdict forbidden(String message) {
        return new Verdict.Refused(Problem.of(ProblemCode.FORBIDDEN, message));
    }
}
