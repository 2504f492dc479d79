package dev.turnout.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that fuzzing has ever found, and all goldens, whatever they were made for. */
class FuzzInputsTest {

    static List<FuzzTarget> targets() {
        return FuzzTarget.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void areTaken(FuzzTarget target) {
        Stream.concat(FuzzInputs.found(target).stream(), FuzzInputs.golden(target).stream())
                .forEach(file -> take(target, file));
    }

    @Test
    void everyFolderIsATargets() {
        assertThat(FuzzTarget.all()).extracting(FuzzTarget::name).containsAll(FuzzInputs.folders());
    }

    private static void take(FuzzTarget target, Path file) {
        try {
            target.take().accept(FuzzInputs.bytes(file));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
