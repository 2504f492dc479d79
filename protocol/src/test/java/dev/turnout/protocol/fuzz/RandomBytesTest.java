package dev.turnout.protocol.fuzz;

import dev.turnout.protocol.property.Runs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes at random, and goldens in which something is at random. */
class RandomBytesTest {

    private static final List<FuzzTarget> TARGETS = FuzzTarget.all();

    private static final Map<FuzzTarget, List<byte[]>> SEEDS =
            TARGETS.stream().collect(Collectors.toMap(Function.identity(), RandomBytesTest::seeds));

    /** The time is for what would never end. */
    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS)
    void areTaken() {
        Runs.of(
                "inputs",
                4000,
                random -> {
                    var target = TARGETS.get(random.nextInt(TARGETS.size()));
                    target.take().accept(bytes(Objects.requireNonNull(SEEDS.get(target)), random));
                });
    }

    private static List<byte[]> seeds(FuzzTarget target) {
        return FuzzInputs.golden(target).stream().map(FuzzInputs::bytes).toList();
    }

    private static byte[] bytes(List<byte[]> seeds, Random random) {
        if (random.nextInt(10) == 0) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            return bytes;
        }
        var bytes = seeds.get(random.nextInt(seeds.size()));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = Mutation.of(bytes, seeds.get(random.nextInt(seeds.size())), random);
        }
        return bytes;
    }
}
