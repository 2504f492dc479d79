package dev.turnout.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the repository. */
final class Checkout {

    private static final Path ROOT = Path.of("..");

    private Checkout() {}

    static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    static String text(String relative) {
        return text(path(relative));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(String relative) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(path(relative))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** The documents of a YAML file, with merge keys resolved, as Compose and kubectl read them. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> yaml(Path file) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(text(file)).spliterator(), false)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    /** All files under a folder of the repository, sorted. */
    static List<Path> files(String folder) {
        try (Stream<Path> all = Files.walk(path(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
