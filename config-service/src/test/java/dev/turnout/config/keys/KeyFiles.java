package dev.turnout.config.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.config.feed.ConfigFeed;
import java.nio.file.Path;
import java.time.Duration;

/** Key files that are looked at only when a test says so. */
public final class KeyFiles {

    private KeyFiles() {}

    public static KeyFile of(Path file, ConfigFeed feed) {
        return new KeyFile(
                file, Duration.ofDays(1), new ObjectMapper().findAndRegisterModules(), feed);
    }
}
