package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** The rows of a file of {@code rules/}, each with its name before it. */
public final class Cases {

    private static final Path FILES = Path.of("src/test/resources/rules");

    private Cases() {}

    public static Stream<Arguments> of(String file) throws IOException {
        var rows = new ObjectMapper().readTree(FILES.resolve(file).toFile());
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Arguments.of(row.path("case").asText(), row));
    }
}
