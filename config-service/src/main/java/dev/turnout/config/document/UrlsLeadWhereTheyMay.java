package dev.turnout.config.document;

import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import java.util.Optional;

/** A provider's URL is plain, and in a cluster leads inside only where the document says so. */
final class UrlsLeadWhereTheyMay implements Rule {

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
        var read = PlainUrl.of(url, at, findings);
        if (read.isEmpty()) {
            return;
        }
        if (read.get().crossesPublicNetworkInTheOpen()) {
            PlainUrl.unencrypted("prompts and key", at, deployment, findings);
        } else if (read.get().host() == HostKind.INTERNAL
                && deployment == Deployment.CLUSTER
                && !provider.privateAddress()) {
            findings.error(
                    at,
                    "the URL leads to a loopback or private address",
                    "If that is meant, add \"private\": true to the provider.");
        }
    }
}
