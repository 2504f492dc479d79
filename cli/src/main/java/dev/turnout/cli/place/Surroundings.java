package dev.turnout.cli.place;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command runs.
 *
 * @param environment the variables of the process
 * @param checkout the folder of the modules that are started
 * @param out for what was asked for
 * @param err for what happens on the way
 */
public record Surroundings(
        Map<String, String> environment,
        Home home,
        Path checkout,
        PrintStream out,
        PrintStream err) {

    /** Those of this process; the launcher names the checkout in {@code turnout.root}. */
    public static Surroundings ofThisProcess() {
        var environment = System.getenv();
        return new Surroundings(
                environment,
                Home.of(environment, System.getProperty("user.home")),
                Path.of(System.getProperty("turnout.root", ".")).toAbsolutePath().normalize(),
                System.out,
                System.err);
    }
}
