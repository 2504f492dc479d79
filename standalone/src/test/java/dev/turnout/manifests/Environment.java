package dev.turnout.manifests;

import java.util.regex.Pattern;

/** What a name says about an environment variable. */
final class Environment {

    private static final Pattern SECRET =
            Pattern.compile(".*(PASSWORD|SECRET|TOKEN|PEPPER|KEYS?)(?!_FILE)$");

    private Environment() {}

    /** Whether its value is none that must stay secret, be it only the path of a file with one. */
    static boolean mayBeWrittenDown(String name) {
        return !SECRET.matcher(name).matches();
    }
}
