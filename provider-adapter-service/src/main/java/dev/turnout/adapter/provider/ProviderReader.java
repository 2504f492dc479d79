package dev.turnout.adapter.provider;

import dev.turnout.adapter.credential.SecretReference;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.kit.profile.Profiles;
import io.vertx.core.http.HttpHeaders;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes ready what the configuration says of one provider, with what its profile knows. */
final class ProviderReader {

    private final String name;
    private final ProviderConfig config;

    ProviderReader(String name, ProviderConfig config) {
        this.name = name;
        this.config = config;
    }

    /** The provider; {@link ProblemException} where it cannot be called as it is configured. */
    Provider read(Resilience limits) {
        var profile =
                Profiles.of(config)
                        .orElseThrow(
                                () ->
                                        unusable(
                                                "this version knows no profile "
                                                        + config.profile()));
        if (profile.builtIn()) {
            return new Provider.BuiltIn(name);
        }
        var url = profile.url();
        if (url == null) {
            throw unusable("it has no url");
        }
        return new Provider.Remote(
                name,
                profile.dialect(),
                url(url),
                config.privateAddress(),
                profile.auth(),
                key(),
                headers(),
                models(),
                profile.requiresSignedThinking(),
                Set.copyOf(profile.quirks()),
                limits);
    }

    private BaseUrl url(String text) {
        try {
            return BaseUrl.of(text);
        } catch (IllegalArgumentException e) {
            throw unusable("its url is not one to call, for " + e.getMessage());
        }
    }

    private @Nullable SecretReference key() {
        var key = config.key();
        try {
            return key == null ? null : SecretReference.of(key);
        } catch (InvalidPathException e) {
            throw unusable("its key is not in a file: that is no path");
        }
    }

    private List<Header> headers() {
        var headers = HttpHeaders.headers();
        try {
            config.headers().forEach(headers::add);
        } catch (IllegalArgumentException e) {
            // The exception quotes the value, and a value may be a secret.
            throw unusable("a name or value among its headers is not allowed in HTTP");
        }
        return headers.entries().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
    }

    private Map<String, Provider.Model> models() {
        var models = new HashMap<String, Provider.Model>();
        config.models()
                .forEach(
                        (model, known) -> {
                            var id = known.id();
                            models.put(
                                    model.toLowerCase(Locale.ROOT),
                                    new Provider.Model(
                                            id == null ? model : id, known.maxOutputTokens()));
                        });
        return models;
    }

    private ProblemException unusable(String why) {
        return Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "Provider %s cannot be called: %s.".formatted(name, why))
                .asException();
    }
}
