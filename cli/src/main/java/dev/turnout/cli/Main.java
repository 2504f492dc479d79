package dev.turnout.cli;

import dev.turnout.cli.code.CodeCommand;
import dev.turnout.cli.document.ConfigCommand;
import dev.turnout.cli.keys.KeysCommand;
import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Surroundings;
import dev.turnout.cli.server.LogsCommand;
import dev.turnout.cli.server.RunCommand;
import dev.turnout.cli.server.StartCommand;
import dev.turnout.cli.server.StatusCommand;
import dev.turnout.cli.server.StopCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;

/** The command {@code turnout}; what it can do is the list below. */
@Command(
        name = "turnout",
        description = "Lets Claude Code work with every model provider.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n",
        footer = {
            "  test    Build with every check and run the tests; --full: the long ones too.",
            "  bench   Measure; every argument is one of JMH, -h among them.",
            "",
            "Files lie in TURNOUT_HOME (~/.turnout); the configuration is TURNOUT_CONFIG,",
            "or config.json in there.",
            "",
            "Exit codes:  0  done",
            "             1  it could not be done; the message says why and what to do",
            "             2  wrong arguments, or a configuration that cannot be used",
            "             3  Turnout is not running (status)",
            "           127  there is no claude to be launched (code)"
        })
public final class Main implements IVersionProvider {

    /** Leaves the JVM with one of {@link ExitCode}, or with the exit code of Claude Code. */
    public static void main(String[] arguments) {
        // The schema validator asks for a logger, and the library that has none to give says so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    static int run(Surroundings surroundings, String... arguments) {
        var commandLine =
                new CommandLine(new Main())
                        .addSubcommand(new StartCommand(surroundings))
                        .addSubcommand(new StopCommand(surroundings))
                        .addSubcommand(new StatusCommand(surroundings))
                        .addSubcommand(new LogsCommand(surroundings))
                        .addSubcommand(new RunCommand(surroundings))
                        .addSubcommand(passingOn(new CodeCommand(surroundings)))
                        .addSubcommand(new KeysCommand(surroundings))
                        .addSubcommand(new ConfigCommand(surroundings))
                        // What begins with @ is for Claude Code to read.
                        .setExpandAtFiles(false)
                        .setOut(writer(surroundings.out()))
                        .setErr(writer(surroundings.err()))
                        .setParameterExceptionHandler(Main::wrongArguments)
                        .setExecutionExceptionHandler(
                                (e, command, parsed) -> tell(surroundings, e));
        commandLine.getSubcommands().values().forEach(Main::withHelp);
        return commandLine.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    /** Takes everything from the first argument on as it stands. */
    private static CommandLine passingOn(Object command) {
        return new CommandLine(command)
                .setStopAtPositional(true)
                .setUnmatchedOptionsArePositionalParams(true);
    }

    /** Gives a command and those under it the option that each must have. */
    private static void withHelp(CommandLine command) {
        var spec = command.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(
                    OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help.")
                            .build());
        }
        command.getSubcommands().values().forEach(Main::withHelp);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int wrongArguments(CommandLine.ParameterException e, String[] arguments) {
        var command = e.getCommandLine();
        command.getErr().println(e.getMessage());
        command.getErr().printf("Try ./%s --help%n", command.getCommandSpec().qualifiedName());
        return ExitCode.REFUSED;
    }

    static int tell(Surroundings surroundings, Exception e) {
        if (e instanceof Failure failure) {
            surroundings.err().println(failure.getMessage());
            return failure.exitCode();
        }
        var log = surroundings.home().logs().resolve("cli.log");
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(log, trace.toString());
        } catch (IOException unwritable) {
            // Then the message below is all there is.
        }
        surroundings
                .err()
                .printf("This is a fault of Turnout's own (%s); the details are in %s%n", e, log);
        return ExitCode.FAILED;
    }

    @Override
    public String[] getVersion() {
        var version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"turnout " + (version == null ? "(not packaged)" : version)};
    }
}
