package dev.turnout.contracts.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.turnout.contracts.Dialect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configured upstream. What its profile knows stays with the profile; here is what the document
 * says.
 *
 * @param profile the kind of provider, or null where {@code dialect} and {@code url} say it all
 * @param dialect overrides the profile's
 * @param url the vendor's base URL; overrides the profile's
 * @param key where the credential is: {@code env:NAME} or {@code file:/path}; on a laptop the value
 *     itself; null for a provider that wants none
 * @param headers sent with every request, over the client's
 * @param quirks added to the profile's
 * @param models what is known of single models, by the name users write
 * @param privateAddress whether, in a cluster, the URL may lead to a loopback or private address
 */
public record ProviderConfig(
        @Nullable String profile,
        @Nullable Dialect dialect,
        @Nullable String url,
        @Nullable String key,
        Map<String, String> headers,
        List<Quirk> quirks,
        Map<String, ModelConfig> models,
        @JsonProperty("private") boolean privateAddress) {

    public ProviderConfig {
        headers = Map.copyOf(headers);
        quirks = List.copyOf(quirks);
        models = Map.copyOf(models);
    }

    /** Without the key and the headers, which may hold a secret on a laptop. */
    @Override
    public String toString() {
        return "ProviderConfig[profile=%s, dialect=%s, url=%s]".formatted(profile, dialect, url);
    }

    /**
     * One model of a provider.
     *
     * @param id what the provider calls it; null for the name that users write
     * @param maxOutputTokens its limit: a request for more is clamped; null for no limit known
     * @param contextWindow tokens of prompt and answer together; null where it is not known
     */
    public record ModelConfig(
            @Nullable String id,
            @Nullable Integer maxOutputTokens,
            @Nullable Integer contextWindow) {}
}
