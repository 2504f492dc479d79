package dev.turnout.cli.keys;

import dev.turnout.cli.place.PrivateFile;
import java.nio.file.Path;
import java.security.SecureRandom;

/** What the five services show each other, so that nobody else comes in between them. */
public final class ServiceSecret {

    private ServiceSecret() {}

    /** Makes the file if it is missing. */
    public static void makeSure(Path file) {
        PrivateFile.readOrCreate(file, () -> ClientKey.randomText(new SecureRandom()) + "\n");
    }
}
