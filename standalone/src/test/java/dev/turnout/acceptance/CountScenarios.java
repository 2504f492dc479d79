package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Answered;
import dev.turnout.acceptance.client.Request;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tokens are counted beside streams, where the provider cannot count. */
interface CountScenarios extends Scenario {

    /** As Claude Code counts for {@code /context}, and a few more. */
    int COUNTS = 30;

    int BODY_BYTES = 100_000;

    @Test
    default void thirtyCountsGoOnBesideAStream() throws Exception {
        // Given
        var alone = timed();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var counts = new ArrayList<Future<Answered>>();

            // When
            for (int i = 0; i < COUNTS; i++) {
                counts.add(clients.submit(this::count));
            }
            var beside = timed();

            // Then
            for (var count : counts) {
                assertThat(count.get().status()).isEqualTo(200);
                assertThat(count.get().json().path("input_tokens").asInt())
                        .isGreaterThan(BODY_BYTES / 10);
            }
            System.out.printf(
                    "a stream took %.2f times as long beside %d counts of %d KB%n",
                    (double) beside / alone, COUNTS, BODY_BYTES / 1_000);
        }
    }

    /** Nanoseconds of a stream that comes whole. */
    private long timed() {
        long begin = System.nanoTime();
        var answer = stage().send(Request.stream("chat/fake-stream-100x10"));
        assertThat(answer.tokens()).isEqualTo(100);
        return System.nanoTime() - begin;
    }

    private Answered count() throws IOException {
        var words = "switch the points of the turnout; ".repeat(BODY_BYTES / 34);
        var body = Request.whole("chat/gpt-x").body().replace("Zähle bis zwanzig", words);
        return stage().client()
                .exchange(
                        stage().to("/v1/messages/count_tokens")
                                .header("x-api-key", stage().stack().key())
                                .header("content-type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }
}
