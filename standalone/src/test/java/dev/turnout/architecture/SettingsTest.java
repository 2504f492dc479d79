package dev.turnout.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * In one JVM the settings of all modules meet with the same rank, so two that disagree are decided
 * by chance. Only standalone's own, which come last, may differ.
 */
class SettingsTest {

    private static final Path ROOT = Path.of("..");

    /** A key as a module sets it. */
    private record Setting(String module, String value) {}

    @Test
    void noTwoModulesSetAKeyDifferently() throws IOException {
        // Given
        Map<String, List<Setting>> settings = new TreeMap<>();
        for (var file : files()) {
            var module = ROOT.relativize(file).getName(0).toString();
            read(file)
                    .forEach(
                            (key, value) ->
                                    settings.computeIfAbsent("" + key, k -> new ArrayList<>())
                                            .add(new Setting(module, "" + value)));
        }

        // When
        settings.values().removeIf(set -> set.stream().map(Setting::value).distinct().count() == 1);

        // Then
        assertThat(settings).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (var modules = Files.list(ROOT)) {
            var files =
                    modules.filter(module -> !module.endsWith("standalone"))
                            .map(m -> m.resolve("src/main/resources/application.properties"))
                            .filter(Files::exists)
                            .toList();
            assertThat(files).hasSizeGreaterThan(1);
            return files;
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
