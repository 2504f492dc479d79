package dev.turnout.contracts.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void thePromptIsTheSumOfTheInputKinds() {
        assertThat(new Usage(1, 20, 300, 4_000, 5, true).prompt()).isEqualTo(321);
    }
}
