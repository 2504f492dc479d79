package dev.turnout.adapter;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.Snapshot;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Providers and snapshots as a configuration may hold them. */
public final class Configured {

    private Configured() {}

    /** An Anthropic-format provider with a literal key. */
    public static ProviderConfig provider(URI url) {
        return provider(null, url.toString(), "sk-test", Map.of(), Map.of());
    }

    /** A provider of which no more is known than the dialect that it speaks. */
    public static ProviderConfig speaking(Dialect dialect, URI url) {
        return new ProviderConfig(
                null, dialect, url.toString(), "sk-test", Map.of(), List.of(), Map.of(), true);
    }

    public static ProviderConfig provider(
            @Nullable String profile,
            @Nullable String url,
            @Nullable String key,
            Map<String, String> headers,
            Map<String, ModelConfig> models) {
        return new ProviderConfig(
                profile,
                profile == null ? Dialect.ANTHROPIC : null,
                url,
                key,
                headers,
                List.of(),
                models,
                true);
    }

    /** A revision with these providers. */
    public static Snapshot snapshot(long revision, Map<String, ProviderConfig> providers) {
        return snapshot(revision, providers, Adapter.PATIENT);
    }

    public static Snapshot snapshot(
            long revision, Map<String, ProviderConfig> providers, Resilience limits) {
        return new Snapshot(
                revision,
                Instant.EPOCH,
                new Config(
                        providers,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        limits,
                        Limits.NONE,
                        SearchConfig.NONE));
    }
}
