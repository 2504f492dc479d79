package dev.turnout.kit.reply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;

/** Where the adapters listen. */
@ConfigMapping(prefix = "turnout.adapter")
public interface AdapterAddresses {

    /** The group of adapters that serves every provider without one of its own. */
    @WithDefault("${TURNOUT_ADAPTER_URL:http://127.0.0.1:8082}")
    URI url();

    /** Groups by provider name, so that a slow or delicate provider can have its own. */
    Map<String, URI> groups();

    /** The address for a provider. */
    default URI of(String provider) {
        return groups().getOrDefault(provider, url());
    }
}
