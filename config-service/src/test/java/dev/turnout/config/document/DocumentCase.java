package dev.turnout.config.document;

import dev.turnout.contracts.config.ConfigError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document in a file whose first comments say what must come of it: {@code error <pointer>: words
 * | nearest name}, {@code warning …}, and {@code deployment: cluster}.
 */
record DocumentCase(String name, String text) {

    private static final Pattern EXPECTED =
            Pattern.compile(
                    "^(?://|#) (?:error|warning) (.*?): (.*?)(?: \\| (.*))?$", Pattern.MULTILINE);

    /** What one comment demands. */
    record Expected(String pointer, String words, @Nullable String nearest) {

        boolean fits(ConfigError found) {
            return pointer.strip().equals(found.pointer().strip())
                    && found.problem().contains(words)
                    && Objects.equals(nearest, found.nearest())
                    && !found.remedy().isBlank();
        }
    }

    /** All files of a folder of {@code documents/}; none may be there that is no case. */
    static Stream<DocumentCase> in(String folder) {
        try (var files = Files.list(Path.of("src/test/resources/documents", folder))) {
            return files.sorted().toList().stream().map(DocumentCase::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentCase read(Path file) {
        try {
            return new DocumentCase(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Deployment deployment() {
        return text.lines().anyMatch(line -> line.endsWith(" deployment: cluster"))
                ? Deployment.CLUSTER
                : Deployment.LAPTOP;
    }

    List<Expected> expected() {
        return EXPECTED.matcher(text)
                .results()
                .map(
                        match ->
                                new Expected(
                                        match.group(1),
                                        match.group(2),
                                        Optional.ofNullable(match.group(3)).orElse(null)))
                .toList();
    }

    DocumentResult read() {
        return Documents.read(text, deployment());
    }

    @Override
    public String toString() {
        return name;
    }
}
