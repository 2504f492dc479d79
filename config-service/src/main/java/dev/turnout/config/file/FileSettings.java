package dev.turnout.config.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Which document is watched, and how. */
@ConfigMapping(prefix = "turnout.config")
public interface FileSettings {

    /** The document; it need not exist. */
    Path file();

    /** How often watched files are looked at. */
    @WithDefault("1s")
    Duration poll();
}
