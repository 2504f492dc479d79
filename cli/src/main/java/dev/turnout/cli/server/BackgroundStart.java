package dev.turnout.cli.server;

import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Surroundings;
import dev.turnout.contracts.config.ConfigStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Starts processes that outlive the terminal. */
final class BackgroundStart {

    private final Surroundings surroundings;
    private final RunFolder folder;

    BackgroundStart(Surroundings surroundings, RunFolder folder) {
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /**
     * Starts all of them or none: if one does not come up, the others are stopped.
     *
     * @return how the configuration stands in the end
     */
    ConfigStatus start(List<Launch> launches) {
        var runs = new ArrayList<RunRecord>();
        try {
            for (var launch : launches) {
                var run = spawn(launch);
                folder.add(run);
                runs.add(run);
            }
            return new Readiness(surroundings.err()).await(runs);
        } catch (Failure e) {
            for (var run : runs) {
                Stopping.stop(run);
                folder.remove(run);
            }
            throw e;
        }
    }

    private RunRecord spawn(Launch launch) {
        try {
            keepOneBefore(launch.log());
            var builder =
                    new ProcessBuilder(launch.detached(surroundings.environment()))
                            .directory(surroundings.home().directory().toFile())
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(launch.log().toFile());
            builder.environment().putAll(launch.environment());
            var process = builder.start();
            return RunRecord.of(launch.placement(), process.toHandle(), launch.log().toString());
        } catch (IOException e) {
            throw new Failure(
                    "%s could not be started (%s): check that %s is writable."
                            .formatted(
                                    launch.placement().service().id(),
                                    e.getMessage(),
                                    launch.log().getParent()));
        }
    }

    private static void keepOneBefore(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
