package dev.turnout.cli.server;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where Turnout listens. */
final class Listening {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Where clients come in; TURNOUT_PORT, or 3456, or 8080 with --split, if not given.")
    @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "An address of this machine (default: ${DEFAULT-VALUE}); others than the loopback need client keys.")
    String host = "127.0.0.1";
}
