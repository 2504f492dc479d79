package dev.turnout.config.document;

import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider's URL is plain, and in a cluster leads inside only where the document says so. */
final class UrlsLeadWhereTheyMay implements Rule {

    private static final String EXAMPLE =
            "Write it as in \"https://api.example.com\" or \"http://127.0.0.1:8000\".";

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        draft.providers()
                .forEach(
                        (name, provider) -> {
                            var at = Pointer.to("providers").then(name);
                            url(provider)
                                    .ifPresent(
                                            url -> check(url, provider, at, deployment, findings));
                        });
    }

    /** Its own, even where nothing else of it is understood; else its profile's. */
    private static Optional<String> url(ProviderConfig provider) {
        return Optional.ofNullable(provider.url())
                .or(() -> Profiles.of(provider).map(Profile::url));
    }

    private static void check(
            String url,
            ProviderConfig provider,
            Pointer providerAt,
            Deployment deployment,
            Findings findings) {
        var at = provider.url() == null ? providerAt : providerAt.then("url");
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            findings.error(at, "this is no URL", EXAMPLE);
            return;
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            findings.error(at, "the URL begins with neither https:// nor http://", EXAMPLE);
        } else if (uri.getRawUserInfo() != null) {
            findings.error(
                    at, "the URL holds a credential", "Remove it, and say in `key` where it is.");
        } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            findings.error(
                    at, "the URL holds a query or a fragment", "Remove all from the ? or # on.");
        } else if (uri.getRawAuthority() == null) {
            findings.error(at, "the URL names no host", EXAMPLE);
        } else {
            checkHost(uri.getHost(), scheme, provider, at, deployment, findings);
        }
    }

    private static void checkHost(
            @Nullable String host,
            String scheme,
            ProviderConfig provider,
            Pointer at,
            Deployment deployment,
            Findings findings) {
        switch (HostKind.of(host)) {
            case UNCLEAR ->
                    findings.error(
                            at,
                            "the URL's host is neither a name nor a plain address",
                            "Write an address as four numbers, as in 192.0.2.1, or in brackets.");
            case INTERNAL -> {
                if (deployment == Deployment.CLUSTER && !provider.privateAddress()) {
                    findings.error(
                            at,
                            "the URL leads to a loopback or private address",
                            "If that is meant, add \"private\": true to the provider.");
                }
            }
            case PUBLIC -> {
                if (scheme.equals("http")) {
                    unencrypted(at, deployment, findings);
                }
            }
        }
    }

    private static void unencrypted(Pointer at, Deployment deployment, Findings findings) {
        var problem = "prompts and key would cross a public network unencrypted";
        var remedy = "Use https://.";
        switch (deployment) {
            case LAPTOP -> findings.warning(at, problem, null, remedy);
            case CLUSTER -> findings.error(at, problem, remedy);
        }
    }
}
