package dev.turnout.kit.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How this process follows the control plane. */
@ConfigMapping(prefix = "turnout.live")
public interface LiveSettings {

    /** Where the last good snapshot and key ring are kept, to start from when nobody answers. */
    Path snapshotDir();

    /** Without an event for so long the feed is dead and is opened anew. */
    @WithDefault("15s")
    Duration silence();

    /** The longest wait before the feed is opened anew; jittered, so that replicas spread. */
    @WithDefault("2s")
    Duration reconnect();

    /** The name of this replica in acknowledgements. */
    @WithDefault("${HOSTNAME:localhost}:${quarkus.http.port}")
    String replica();
}
