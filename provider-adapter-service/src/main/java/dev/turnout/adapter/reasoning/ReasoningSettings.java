package dev.turnout.adapter.reasoning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the adapter's own secrets are. */
@ConfigMapping(prefix = "turnout.provider-adapter")
public interface ReasoningSettings {

    /**
     * The file with the keys that reasoning is sealed with, one a line. The first seals, all open;
     * so a key is rotated by adding a line everywhere, then moving it up, then removing the old one
     * a day later.
     */
    @WithDefault("${TURNOUT_REASONING_KEYS_FILE:${turnout.home}/reasoning-keys}")
    Path reasoningKeys();
}
