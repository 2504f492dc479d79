package dev.turnout.config.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL that says where something is, and nothing else.
 *
 * @param scheme {@code http} or {@code https}
 */
record PlainUrl(String scheme, HostKind host) {

    private static final String EXAMPLE =
            "Write it as in \"https://api.example.com\" or \"http://127.0.0.1:8000\".";

    /** Reads {@code url}, which stands at {@code at}; empty where an error has been found. */
    static Optional<PlainUrl> of(String url, Pointer at, Findings findings) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            findings.error(at, "this is no URL", EXAMPLE);
            return Optional.empty();
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            findings.error(at, "the URL begins with neither https:// nor http://", EXAMPLE);
        } else if (uri.getRawUserInfo() != null) {
            findings.error(
                    at,
                    "the URL holds a credential",
                    "Remove it. Of a provider, say in `key` where it is.");
        } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            findings.error(
                    at, "the URL holds a query or a fragment", "Remove all from the ? or # on.");
        } else if (uri.getRawAuthority() == null) {
            findings.error(at, "the URL names no host", EXAMPLE);
        } else if (HostKind.of(uri.getHost()) == HostKind.UNCLEAR) {
            findings.error(
                    at,
                    "the URL's host is neither a name nor a plain address",
                    "Write an address as four numbers, as in 192.0.2.1, or in brackets.");
        } else {
            return Optional.of(new PlainUrl(scheme, HostKind.of(uri.getHost())));
        }
        return Optional.empty();
    }

    boolean crossesPublicNetworkInTheOpen() {
        return host == HostKind.PUBLIC && scheme.equals("http");
    }

    /**
     * Reports that the URL lets others read along.
     *
     * @param what of the user, as in "prompts and key"
     */
    static void unencrypted(String what, Pointer at, Deployment deployment, Findings findings) {
        var problem = what + " would cross a public network unencrypted";
        var remedy = "Use https://.";
        switch (deployment) {
            case LAPTOP -> findings.warning(at, problem, null, remedy);
            case CLUSTER -> findings.error(at, problem, remedy);
        }
    }
}
