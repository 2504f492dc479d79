package dev.turnout.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits.Rate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store of rates does, whatever its clock is. */
interface RateStoreContract {

    RateStore store();

    /** How much time may pass by itself while a test runs. */
    int slackSeconds();

    /** Lets time pass for what these buckets have taken. */
    void pass(Duration time, Bucket bucket);

    /**
     * {@code .} is a request that is granted, {@code x30} one that has to wait for 30 s, {@code
     * +30} are 30 s that pass.
     */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1,    1, . x60 x60 +30 x30 +30 . x60
                    1,    3, . . . x60 +40 x20 +20 . x60 +180 . . . x60
                    1,    3, . +1000 . . . x60
                    2,    2, . . x30 +30 . x30 +15 x15 +45 . . x30
                    6,    1, . x10 +5 x5 +5 . x10
                    4,    4, . +15 . +15 . +15 . . . . x15
                    """)
    default void whoHasUsedTheBurstUpGoesOnAtTheSteadyRate(int perMinute, int burst, String story) {
        var bucket = key(new Rate(perMinute, burst));
        for (var step : story.split(" ")) {
            switch (step.charAt(0)) {
                case '.' -> assertThat(take(bucket).granted()).as(story).isTrue();
                case 'x' -> {
                    var ruling = take(bucket);
                    assertThat(ruling.granted()).as(story).isFalse();
                    assertThat(ruling.problem().retryAfterSeconds())
                            .as(story)
                            .isBetween(wait(step) - slackSeconds(), wait(step));
                }
                default -> pass(Duration.ofSeconds(Long.parseLong(step.substring(1))), bucket);
            }
        }
    }

    private static int wait(String step) {
        return Integer.parseInt(step.substring(1));
    }

    @Test
    default void whatRemainsIsCountedDownAndComesBack() {
        var bucket = key(new Rate(1, 3));

        assertThat(take(bucket).tightest().remaining()).isEqualTo(2);
        var second = take(bucket).tightest();
        assertThat(second.remaining()).isEqualTo(1);
        assertThat(second.untilFull().plusSeconds(slackSeconds()).toMinutes()).isEqualTo(2);
        assertThat(take(bucket).tightest().remaining()).isZero();
        assertThat(take(bucket).tightest().remaining()).isZero();
        pass(Duration.ofMinutes(2), bucket);
        assertThat(take(bucket).tightest().remaining()).isEqualTo(1);
    }

    @Test
    default void whereOneBucketIsEmptyNothingIsTakenFromTheOthers() {
        var key = key(new Rate(1, 5));
        var user = Bucket.ofUser("anna", new Rate(1, 2));
        assertThat(take(key, user).granted()).isTrue();
        assertThat(take(key, user).granted()).isTrue();

        for (int i = 0; i < 10; i++) {
            var refused = take(key, user);
            assertThat(refused.granted()).isFalse();
            assertThat(refused.tightest().bucket()).isEqualTo(user);
            assertThat(refused.problem().message()).startsWith("This user");
        }

        for (int left = 2; left >= 0; left--) {
            assertThat(take(key).tightest().remaining()).isEqualTo(left);
        }
        assertThat(take(key).granted()).isFalse();
    }

    @Test
    default void bucketsOfDifferentNamesKnowNothingOfEachOther() {
        var rate = new Rate(1, 1);

        assertThat(take(Bucket.ofKey("a", "anna", rate)).granted()).isTrue();
        assertThat(take(Bucket.ofKey("b", "anna", rate)).granted()).isTrue();
        assertThat(take(Bucket.ofUser("anna", rate)).granted()).isTrue();
        assertThat(take(Bucket.ofAddress("anna", rate)).granted()).isTrue();
        assertThat(take(Bucket.ofKey("a", "anna", rate)).granted()).isFalse();
    }

    /** A limit that was raised must not leave anybody waiting for what an older one granted. */
    @Test
    default void aNewLimitCountsAtOnce() {
        for (int i = 0; i < 60; i++) {
            assertThat(take(key(new Rate(1, 60))).granted()).isTrue();
        }

        var refused = take(key(new Rate(4, 2)));

        assertThat(refused.granted()).isFalse();
        assertThat(refused.problem().retryAfterSeconds()).isBetween(15 - slackSeconds(), 15);
    }

    default Bucket key(Rate rate) {
        return Bucket.ofKey("k7", "anna", rate);
    }

    default Ruling take(Bucket... buckets) {
        return store().take(List.of(buckets))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
