package dev.turnout.cli.document;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.PrivateFile;
import dev.turnout.config.document.Deployment;
import dev.turnout.config.document.DocumentResult;
import dev.turnout.config.document.Documents;
import dev.turnout.contracts.config.ConfigError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The configuration as a file on a laptop; without one, providers are found in the environment. */
public record ConfigurationFile(Path path) {

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Checks the file, if there is one.
     *
     * @return what is allowed and yet should be known
     * @throws Failure with everything that is wrong
     */
    public List<ConfigError> require(Deployment deployment) {
        if (!exists()) {
            return List.of();
        }
        return switch (Documents.read(PrivateFile.read(path), deployment)) {
            case DocumentResult.Valid valid -> valid.warnings();
            case DocumentResult.Invalid invalid ->
                    throw new Failure(
                            ExitCode.REFUSED,
                            "%s cannot be used (%s).%n%s"
                                    .formatted(
                                            path,
                                            count(invalid.errors().size()),
                                            Findings.of(invalid.errors()).stripTrailing()));
        };
    }

    private static String count(int errors) {
        return errors == 1 ? "1 error" : errors + " errors";
    }
}
