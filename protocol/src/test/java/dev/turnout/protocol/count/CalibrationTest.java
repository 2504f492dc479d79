package dev.turnout.protocol.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    private final Calibration calibration = new Calibration();

    @Test
    void anEstimateOfWhichNothingIsKnownStaysAsItIs() {
        assertThat(calibration.calibrated("deepseek/v4", 180_000)).isEqualTo(180_000);
    }

    /** The estimate itself weighs as much as one answer: (1 + n * 1.5) / (n + 1), up to nine. */
    @ParameterizedTest
    @CsvSource({"1, 12500", "2, 13333", "5, 14167", "9, 14500", "30, 14945", "100, 15000"})
    void itApproachesWhatIsHeard(int answers, long tokens) {
        for (int i = 0; i < answers; i++) {
            learn("m", 10_000, 15_000);
        }
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(tokens);
    }

    @Test
    void theWholePromptCountsWhateverWasCached() {
        calibration.learn("m", 10_000, new Usage(1_000, 12_000, 2_000, 5, 0, true));
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(12_500);
    }

    @Test
    void itFollowsAModelThatChangesItsTokenizer() {
        for (int i = 0; i < 100; i++) {
            learn("m", 10_000, 10_000);
        }
        for (int i = 0; i < 22; i++) {
            learn("m", 10_000, 13_000);
        }
        // nine tenths of the way: 1 - 0.9^22 = 0.9015
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(12_705);
    }

    /** What is known is 1; one answer is believed to be 2 at most, and weighs a tenth. */
    @Test
    void oneOddAnswerMovesItLittle() {
        for (int i = 0; i < 20; i++) {
            learn("m", 10_000, 10_000);
        }
        learn("m", 10_000, 9_000_000);
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(11_000);
        learn("m", 10_000, 1);
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(10_450);
    }

    @ParameterizedTest
    @CsvSource({"1000000, 40000", "1, 2500"})
    void itStaysWithinBounds(long heard, long tokens) {
        for (int i = 0; i < 200; i++) {
            learn("m", 10_000, heard);
        }
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(tokens);
    }

    @Test
    void whatNobodyReportedTeachesNothing() {
        calibration.learn("m", 10_000, Usage.NONE);
        calibration.learn("m", 10_000, new Usage(0, 0, 0, 7, 0, true));
        calibration.learn("m", 10_000, new Usage(20_000, 0, 0, 7, 0, false));
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(10_000);
    }

    @Test
    void aSmallPromptTeachesNothing() {
        learn("m", 999, 1_998);
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(10_000);
        learn("m", 1_000, 2_000);
        assertThat(calibration.calibrated("m", 10_000)).isEqualTo(15_000);
    }

    @Test
    void eachNameHasItsOwnWhateverItsCase() {
        learn("House/Coder", 10_000, 20_000);
        assertThat(calibration.calibrated("house/coder", 10_000)).isEqualTo(15_000);
        assertThat(calibration.calibrated("house/other", 10_000)).isEqualTo(10_000);
    }

    @Test
    void ofTooManyNamesTheLeastUsedIsForgotten() {
        learn("kept", 10_000, 20_000);
        learn("forgotten", 10_000, 20_000);
        for (int i = 0; i < 999; i++) {
            calibration.calibrated("kept", 1);
            learn("made-up-" + i, 10_000, 20_000);
        }
        assertThat(calibration.calibrated("kept", 10_000)).isEqualTo(15_000);
        assertThat(calibration.calibrated("forgotten", 10_000)).isEqualTo(10_000);
    }

    private void learn(String name, long estimate, long heard) {
        calibration.learn(name, estimate, new Usage(heard, 0, 0, 5, 0, true));
    }
}
