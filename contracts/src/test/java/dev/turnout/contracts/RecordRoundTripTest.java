package dev.turnout.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one service writes, another reads as the same value. */
class RecordRoundTripTest {

    /** As Quarkus sets it up. */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    static List<Record> examples() {
        return Examples.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void comesBackAsItWent(Record value) throws IOException {
        var read = JSON.readValue(JSON.writeValueAsBytes(value), readAs(value.getClass()));

        assertThat(read).isExactlyInstanceOf(value.getClass());
        // Field by field, since a record with an array equals only itself.
        assertThat(read).usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    void noRecordIsForgotten() throws Exception {
        var classes =
                Path.of(Target.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(classes)) {
            var records =
                    files.filter(file -> file.toString().endsWith(".class"))
                            .map(file -> load(classes.relativize(file)))
                            .filter(Class::isRecord)
                            .collect(Collectors.toSet());
            var listed = Examples.ALL.stream().map(Object::getClass).collect(Collectors.toSet());

            assertThat(records).isNotEmpty().isEqualTo(listed);
        }
    }

    /** The members of a sealed type travel as that type, and must be told apart by their JSON. */
    private static Class<?> readAs(Class<?> type) {
        for (var contract : type.getInterfaces()) {
            if (contract.isSealed()) {
                return contract;
            }
        }
        return type;
    }

    private static Class<?> load(Path file) {
        var name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name.substring(0, name.length() - ".class".length()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
