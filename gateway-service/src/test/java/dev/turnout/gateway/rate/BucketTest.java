package dev.turnout.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How buckets are named, and what a gateway's share of one is. */
class BucketTest {

    private static final Rate RATE = new Rate(60, 10);

    /** A script's keys must lie on one node of a cluster, which looks at what is in braces. */
    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@example.com", "}", "{", "a}b", "{}", "{a}:b", "Änne"})
    void aKeyLiesBesideItsUser(String user) {
        var byKey = Bucket.ofKey("k7", user, RATE).name();
        var byUser = Bucket.ofUser(user, RATE).name();

        assertThat(tag(byKey)).isEqualTo(tag(byUser));
        assertThat(byKey).isNotEqualTo(byUser);
    }

    /** As the Redis cluster specification cuts it out. */
    private static String tag(String name) {
        int open = name.indexOf('{');
        int close = name.indexOf('}', open);
        return close > open + 1 ? name.substring(open + 1, close) : "of nobody";
    }

    @Test
    void noNameCanBeMadeToMeanAnother() {
        assertThat(Bucket.ofKey("k", "a}:k", RATE).name())
                .isNotEqualTo(Bucket.ofKey("k}:k", "a", RATE).name());
        assertThat(Bucket.ofUser("a", RATE).name())
                .isNotEqualTo(Bucket.ofAddress("a", RATE).name());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    60, 10, 1,  60, 10
                    60, 10, 3,  20, 3
                    60, 10, 20, 3,  1
                    1,  1,  9,  1,  1
                    """)
    void aShareIsNeverNothing(
            int perMinute, int burst, int gateways, int shareOfRate, int shareOfBurst) {
        assertThat(Bucket.ofUser("anna", new Rate(perMinute, burst)).share(gateways).rate())
                .isEqualTo(new Rate(shareOfRate, shareOfBurst));
    }
}
