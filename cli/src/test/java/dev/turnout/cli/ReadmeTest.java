package dev.turnout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.cli.place.TestSurroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as shown. */
class ReadmeTest {

    private static final Pattern CONFIGURATION = Pattern.compile("(?s)```jsonc\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("\\./turnout ([a-z]+)");

    private final String readme;

    ReadmeTest() throws Exception {
        readme = Files.readString(Path.of("..", "README.md"));
    }

    @Test
    void itsConfigurationIsValid(@TempDir Path folder) throws Exception {
        var shown = CONFIGURATION.matcher(readme);
        assertThat(shown.find()).isTrue();
        var file = Files.writeString(folder.resolve("config.json"), shown.group(1));
        var test = new TestSurroundings(folder);

        var code = Main.run(test.surroundings(), "config", "validate", file.toString());

        assertThat(test.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(test.out()).doesNotContain("To be known");
    }

    @Test
    void itsCommandsAreInTheHelp(@TempDir Path folder) {
        var test = new TestSurroundings(folder);
        Main.run(test.surroundings(), "--help");
        Set<String> known =
                Pattern.compile("(?m)^  ([a-z]+)  ")
                        .matcher(test.out())
                        .results()
                        .map(result -> result.group(1))
                        .collect(Collectors.toSet());

        var shown = COMMAND.matcher(readme).results().map(it -> it.group(1));

        assertThat(shown).isNotEmpty().isSubsetOf(known);
    }
}
