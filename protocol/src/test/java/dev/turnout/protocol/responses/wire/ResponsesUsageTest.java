package dev.turnout.protocol.responses.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.ToldUsages;
import dev.turnout.protocol.json.JsonScan;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponsesUsageTest {

    static Stream<ToldUsages> usages() {
        return ToldUsages.of(Dialect.OPENAI_RESPONSES);
    }

    @ParameterizedTest
    @MethodSource("usages")
    void everyTokenOfThePromptIsCountedOnce(ToldUsages told) {
        var usage = new ResponsesUsage();
        for (var json : told.said()) {
            try (var scan = JsonScan.of(json)) {
                usage.read(scan);
            }
        }
        assertThat(usage.usage()).isEqualTo(told.expected());
        assertThat(usage.usage().prompt()).isEqualTo(told.prompt());
    }

    @Test
    void whoSaysNothingHasReportedNothing() {
        assertThat(new ResponsesUsage().usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void searchesAreCountedBeside() {
        var usage = new ResponsesUsage();
        usage.searched();
        usage.searched();
        assertThat(usage.usage().webSearches()).isEqualTo(2);
    }
}
