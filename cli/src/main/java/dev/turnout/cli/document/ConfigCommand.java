package dev.turnout.cli.document;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Surroundings;
import dev.turnout.config.document.Deployment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code turnout config …}. */
@Command(
        name = "config",
        description = "Check the configuration.",
        synopsisSubcommandLabel = "validate")
public final class ConfigCommand {

    private final Surroundings surroundings;

    public ConfigCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(
            name = "validate",
            description = "Tell everything that is wrong with a configuration file, at once.")
    int validate(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FILE",
                            description =
                                    "TURNOUT_CONFIG, or ~/.turnout/config.json, if not given.")
                    @Nullable Path named,
            @Option(
                            names = "--for",
                            paramLabel = "DEPLOYMENT",
                            defaultValue = "laptop",
                            converter = DeploymentName.class,
                            description =
                                    "laptop or cluster, which takes no literal key (default: ${DEFAULT-VALUE}).")
                    Deployment deployment) {
        var file =
                new ConfigurationFile(named == null ? surroundings.home().configuration() : named);
        if (!file.exists()) {
            if (named != null) {
                throw new Failure(ExitCode.REFUSED, "There is no file %s.".formatted(named));
            }
            surroundings
                    .out()
                    .printf(
                            "There is no %s: providers are found by the keys in the environment.%n",
                            file.path());
            return ExitCode.OK;
        }
        var warnings = file.require(deployment);
        surroundings.out().printf("%s is valid.%n", file.path());
        if (!warnings.isEmpty()) {
            surroundings.out().print("To be known all the same:\n" + Findings.of(warnings));
        }
        return ExitCode.OK;
    }

    /** Reads the name as the document's own reader does. */
    private static final class DeploymentName implements ITypeConverter<Deployment> {
        @Override
        public Deployment convert(String name) {
            try {
                return Deployment.of(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
