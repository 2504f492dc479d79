package dev.turnout.adapter.upstream;

import dev.turnout.adapter.credential.Secret;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.protocol.Dialects;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headers of a request to a provider: the client's, less what ends here, then the provider's
 * own, then its credential. Between equal dialects the list of what passes is open: a provider's
 * betas and whatever comes next are none of our business.
 */
final class RequestHeaders {

    /** Of one connection only (RFC 9110, 7.6.1), or about a body that is no longer the same. */
    private static final Set<String> OF_THE_HOP =
            Set.of(
                    "connection",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "expect",
                    "host",
                    "content-length",
                    "content-encoding",
                    "content-type",
                    "accept-encoding");

    /** What tells of the client or lets it in, which is no provider's affair. */
    private static final Set<String> OF_THE_CLIENT =
            Set.of(
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

    private static final List<String> FAMILIES = List.of("proxy-", "x-forwarded-", "x-turnout-");

    /** Anthropic refuses requests without one, and has had one version since 2023. */
    private static final Header VERSION = new Header("anthropic-version", "2023-06-01");

    private RequestHeaders() {}

    static MultiMap of(ProviderCall call, Provider.Remote provider, Optional<Secret> secret) {
        // In another dialect the client's headers mean nothing, or something else.
        var headers =
                provider.dialect() == call.dialect()
                        ? ofTheClient(
                                Dialects.provider(provider.dialect())
                                        .relayedHeaders(call.headers(), provider.quirks()))
                        : HttpHeaders.headers();
        if (provider.dialect() == Dialect.ANTHROPIC && !headers.contains(VERSION.name())) {
            headers.set(VERSION.name(), VERSION.value());
        }
        provider.headers().forEach(header -> headers.set(header.name(), header.value()));
        secret.flatMap(key -> provider.auth().header(key.value()))
                .ifPresent(header -> headers.set(header.name(), header.value()));
        headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
        // What comes back passes byte for byte, so it must come as the client can read it.
        headers.set(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
        return headers;
    }

    private static MultiMap ofTheClient(List<Header> sent) {
        var headers = HttpHeaders.headers();
        var dropped = namedByConnection(sent);
        for (var header : sent) {
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!dropped.contains(name) && passes(name)) {
                headers.add(header.name(), header.value());
            }
        }
        return headers;
    }

    private static Set<String> namedByConnection(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("connection"))
                .flatMap(header -> Stream.of(header.value().split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean passes(String name) {
        return !OF_THE_HOP.contains(name)
                && !OF_THE_CLIENT.contains(name)
                && FAMILIES.stream().noneMatch(name::startsWith);
    }
}
