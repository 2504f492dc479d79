package dev.turnout.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits.Rate;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates of one process, by a clock that the test moves. */
class MemoryRatesTest implements RateStoreContract {

    private final AtomicLong micros = new AtomicLong(Long.MIN_VALUE / 4_000);
    private final MemoryRates rates = new MemoryRates(micros::get);

    @Override
    public RateStore store() {
        return rates;
    }

    @Override
    public int slackSeconds() {
        return 0;
    }

    @Override
    public void pass(Duration time, Bucket bucket) {
        micros.addAndGet(TimeUnit.NANOSECONDS.toMicros(time.toNanos()));
    }

    /** However requests come, no more pass than the burst and what the time makes up. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 600, 60_000, 2_000_000_000})
    void inNoStretchOfTimeMoreThanTheRateAndTheBurstPass(int perMinute) {
        var rate = new Rate(perMinute, 5);
        var bucket = key(rate);
        long most = 100_000_000 / Math.max(1, rate.intervalMicros()) + rate.burst();
        long passed = 0;
        for (int i = 0; i < 1_000; i++) {
            passed += take(bucket).granted() ? 1 : 0;
            micros.addAndGet(100_000);
        }

        assertThat(passed)
                .isLessThanOrEqualTo(most)
                .isGreaterThanOrEqualTo(Math.min(1_000, most - 5));
    }

    @Test
    void manyThreadsGetTheBurstAndNotOneMore() throws Exception {
        var bucket = key(new Rate(1, 100));
        Callable<Integer> one = () -> take(bucket).granted() ? 1 : 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            int granted = 0;
            for (var result :
                    threads.invokeAll(IntStream.range(0, 500).mapToObj(i -> one).toList())) {
                granted += result.get();
            }
            assertThat(granted).isEqualTo(100);
        }
    }

    @Test
    void aBucketThatIsFullAgainIsForgotten() {
        take(key(new Rate(1, 1)));
        assertThat(rates.size()).isEqualTo(1);

        pass(Duration.ofMinutes(1), key(new Rate(1, 1)));

        assertThat(rates.size()).isZero();
    }

    @Test
    void aFloodFromManyAddressesFillsNoMemory() {
        for (int i = 0; i < MemoryRates.MOST_BUCKETS + 5_000; i++) {
            take(Bucket.ofAddress("2001:db8:0:" + i, new Rate(1, 1)));
        }

        assertThat(rates.size()).isLessThanOrEqualTo(MemoryRates.MOST_BUCKETS);
    }
}
