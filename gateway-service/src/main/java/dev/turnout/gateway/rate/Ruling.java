package dev.turnout.gateway.rate;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import java.util.Comparator;
import java.util.List;

/**
 * What became of one request's wish.
 *
 * @param granted whether each bucket had room; else nothing was taken from any
 * @param standings how they stand now, in the order of the wish; never empty
 */
public record Ruling(boolean granted, List<Standing> standings) {

    public Ruling {
        standings = List.copyOf(standings);
    }

    /** The bucket that will stop its owner first, or has. */
    public Standing tightest() {
        return standings.stream()
                .min(comparingLong(Standing::remaining).thenComparing(longestWait()))
                .orElseThrow();
    }

    /** Why the request was not granted. */
    public Problem problem() {
        var blocking = standings.stream().min(longestWait()).orElseThrow();
        int seconds = Math.max(1, blocking.waitSeconds());
        return Problem.of(
                ProblemCode.RATE_LIMITED,
                ("%s, and has done so. Wait %d s; if this comes often, send fewer requests side by"
                                + " side, or ask for a higher limit.")
                        .formatted(blocking.bucket().words(), seconds),
                seconds);
    }

    private static Comparator<Standing> longestWait() {
        return comparing(Standing::waitSeconds).thenComparing(Standing::untilFull).reversed();
    }
}
