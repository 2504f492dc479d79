package dev.turnout.config.document;

import java.util.Locale;
import java.util.Set;

/** Headers of a provider neither carry its key nor meddle with the transport. */
final class HeadersAreNoSecrets implements Rule {

    private static final Set<String> CREDENTIALS =
            Set.of(
                    "authorization",
                    "proxy-authorization",
                    "x-api-key",
                    "x-goog-api-key",
                    "api-key",
                    "cookie");

    private static final Set<String> TRANSPORT =
            Set.of(
                    "host",
                    "connection",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "expect",
                    "content-length",
                    "content-type",
                    "content-encoding",
                    "accept-encoding");

    private static final String INTERNAL = "x-turnout-";

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        draft.providers()
                .forEach(
                        (name, provider) -> {
                            var at = Pointer.to("providers").then(name).then("headers");
                            for (var header : provider.headers().keySet()) {
                                check(header, at.then(header), findings);
                            }
                        });
    }

    private static void check(String header, Pointer at, Findings findings) {
        var name = header.toLowerCase(Locale.ROOT);
        if (CREDENTIALS.contains(name)) {
            findings.error(
                    at,
                    "the header %s carries a credential".formatted(Words.quoted(header)),
                    "Remove it, and say in `key` where the credential is.");
        } else if (TRANSPORT.contains(name) || name.startsWith(INTERNAL)) {
            findings.error(
                    at,
                    "the header %s is set by Turnout itself".formatted(Words.quoted(header)),
                    "Remove it.");
        }
    }
}
