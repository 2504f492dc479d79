package dev.turnout.acceptance;

import dev.turnout.acceptance.client.EventStream;
import dev.turnout.acceptance.client.Outcome;
import dev.turnout.acceptance.stack.Service;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What clients feel from the moment in which a service is killed until it is back: the whole list
 * of what may become of a request.
 *
 * @param request what may become of a request that begins in the gap, or runs when it begins
 * @param runningStream how a stream ends that had begun long before: the name of its last event, or
 *     nothing where its connection breaks
 */
record Gap(Service killed, String words, Predicate<Outcome> request, String runningStream) {

    static Stream<Gap> all() {
        return Stream.of(
                new Gap(
                        Service.CONFIG,
                        "nobody notices: everyone has the last snapshot",
                        Gap::isWhole,
                        "message_stop"),
                new Gap(
                        Service.SEARCH,
                        "nobody notices who does not search",
                        Gap::isWhole,
                        "message_stop"),
                new Gap(
                        Service.ROUTING,
                        "answered, or told at once to come back; what runs goes on",
                        outcome -> isWhole(outcome) || isComeBack(outcome),
                        "message_stop"),
                new Gap(
                        Service.ADAPTER,
                        "answered, or told at once to come back; what runs ends with an error",
                        outcome ->
                                isWhole(outcome)
                                        || isComeBack(outcome)
                                        || isCutOff(outcome)
                                        || endsWithError(outcome),
                        "error"),
                new Gap(
                        Service.GATEWAY,
                        "answered, or the connection breaks, which clients try again",
                        outcome -> isWhole(outcome) || outcome instanceof Outcome.Broke,
                        ""));
    }

    /**
     * What that stream is asked of: one that has to break runs for a minute, so that the slowest
     * machine does not reach its end before.
     */
    String model() {
        return runningStream.equals("message_stop") ? "fake-stream-200x50" : "fake-stream-1200x50";
    }

    /** The whole answer came. */
    static boolean isWhole(Outcome outcome) {
        return outcome instanceof Outcome.Got(int _, var answer)
                && answer.status() == 200
                && answer.tokens() == 20
                && (!answer.header("content-type").startsWith("text/event-stream")
                        || answer.text()
                                .endsWith(
                                        "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
    }

    static boolean isNotWhole(Outcome outcome) {
        return !isWhole(outcome);
    }

    /** A 503 in the client's dialect that says when to try again. */
    static boolean isComeBack(Outcome outcome) {
        return outcome instanceof Outcome.Got(int _, var answer)
                && answer.status() == 503
                && answer.errorType().equals("api_error")
                && answer.header("x-should-retry").equals("true")
                && answer.header("retry-after").matches("[1-9]|[1-5][0-9]|60");
    }

    /** A 502 in the client's dialect: it was under way, and nothing of its answer had come. */
    static boolean isCutOff(Outcome outcome) {
        return outcome instanceof Outcome.Got(int _, var answer)
                && answer.status() == 502
                && answer.errorType().equals("api_error")
                && answer.header("x-should-retry").equals("true");
    }

    /** A stream that had begun, and whose last event is an error. */
    static boolean endsWithError(Outcome outcome) {
        return outcome instanceof Outcome.Got(int _, var answer)
                && answer.status() == 200
                && EventStream.of(answer.text()).lastName().equals("error");
    }

    @Override
    public String toString() {
        return killed + ": " + words;
    }
}
