package dev.turnout.kit.internal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How the paths under {@code /internal/} are guarded. */
@ConfigMapping(prefix = "turnout.internal")
public interface InternalDoor {

    /**
     * {@code secret} between processes; {@code closed} in one JVM, where nobody calls from outside.
     */
    @WithDefault("secret")
    Mode mode();

    /**
     * The file with the service secret. Every line is one that is accepted; the first is the one
     * that is sent, so a secret is rotated by adding a line everywhere, then moving it up, then
     * removing the old one.
     */
    Path secretFile();

    /** Whether a process answers other services at all. */
    enum Mode {
        SECRET,
        CLOSED
    }
}
