package dev.turnout.config.revision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where revisions are kept. */
@ConfigMapping(prefix = "turnout.config")
public interface RevisionSettings {

    /** A folder of one file per revision, for its owner's eyes only. */
    @WithDefault("${turnout.home}/revisions")
    Path revisionsDir();
}
