package dev.turnout.config.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the feed behaves. */
@ConfigMapping(prefix = "turnout.config")
public interface FeedSettings {

    /** How often a watcher hears that the feed is alive. */
    @WithDefault("5s")
    Duration heartbeat();
}
