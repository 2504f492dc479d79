package dev.turnout.cli.place;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Surroundings in a folder of a test, whose output can be read. */
public final class TestSurroundings {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Surroundings surroundings;

    public TestSurroundings(Path folder) {
        this(folder, Map.of());
    }

    public TestSurroundings(Path folder, Map<String, String> environment) {
        surroundings =
                new Surroundings(
                        environment,
                        Home.of(Map.of("TURNOUT_HOME", folder.toString()), "/nowhere"),
                        folder.resolve("checkout"),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Forgets what was printed. */
    public void forget() {
        out.reset();
        err.reset();
    }
}
