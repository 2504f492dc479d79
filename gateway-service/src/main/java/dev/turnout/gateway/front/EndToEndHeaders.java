package dev.turnout.gateway.front;

import dev.turnout.contracts.Header;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The headers of a client that a provider may see: all, known or not, but those of this hop (RFC
 * 9110, 7.6.1), of the body's transport, of the network in between, credentials, and our own.
 */
final class EndToEndHeaders {

    private static final Set<String> NOT_FORWARDED =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "http2-settings",
                    "host",
                    "content-length",
                    "content-encoding",
                    "accept-encoding",
                    "expect",
                    "authorization",
                    "x-api-key",
                    "api-key",
                    "x-goog-api-key",
                    "openai-organization",
                    "openai-project",
                    "cookie",
                    "forwarded",
                    "via",
                    "x-real-ip");

    private static final List<String> NOT_FORWARDED_PREFIXES =
            List.of("x-turnout-", "x-forwarded-");

    private EndToEndHeaders() {}

    static List<Header> of(MultiMap headers) {
        var namedByConnection = namedBy(headers.getAll("connection"));
        var kept = new ArrayList<Header>();
        for (var header : headers) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (!NOT_FORWARDED.contains(name)
                    && !namedByConnection.contains(name)
                    && NOT_FORWARDED_PREFIXES.stream().noneMatch(name::startsWith)) {
                kept.add(new Header(name, header.getValue()));
            }
        }
        return kept;
    }

    private static Set<String> namedBy(List<String> connection) {
        var names = new HashSet<String>();
        for (var value : connection) {
            for (var name : value.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
