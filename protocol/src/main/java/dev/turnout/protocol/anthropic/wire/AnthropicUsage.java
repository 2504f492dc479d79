package dev.turnout.protocol.anthropic.wire;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonScan;

/** Takes in the {@code usage} objects of one answer, in order: a number replaces the former one. */
public final class AnthropicUsage {

    private static final int NOT_SAID = -1;

    private Usage latest = Usage.NONE;

    /** Reads the value on which the scan stands; one that is no object changes nothing. */
    public void read(JsonScan scan) {
        long input = NOT_SAID;
        long cacheRead = NOT_SAID;
        long cacheWrite = NOT_SAID;
        long output = NOT_SAID;
        long thinking = NOT_SAID;
        long webSearches = NOT_SAID;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "input_tokens" -> input = scan.longOr(NOT_SAID);
                    case "cache_read_input_tokens" -> cacheRead = scan.longOr(NOT_SAID);
                    case "cache_creation_input_tokens" ->
                            cacheWrite = Math.max(cacheWrite, scan.longOr(NOT_SAID));
                    case "cache_creation" -> cacheWrite = Math.max(cacheWrite, sum(scan));
                    case "output_tokens" -> output = scan.longOr(NOT_SAID);
                    case "output_tokens_details" -> thinking = number(scan, "thinking_tokens");
                    case "server_tool_use" -> webSearches = number(scan, "web_search_requests");
                    default -> {}
                }
            }
        }
        // No prompt is empty: zeros alone, at the end, are how some providers say nothing.
        boolean prompt = input > 0 || cacheRead > 0 || cacheWrite > 0;
        boolean said = prompt || input == 0 || output >= 0 || webSearches >= 0;
        latest =
                new Usage(
                        prompt ? or(input, latest.input()) : latest.input(),
                        prompt ? or(cacheRead, latest.cacheRead()) : latest.cacheRead(),
                        prompt ? or(cacheWrite, latest.cacheWrite()) : latest.cacheWrite(),
                        or(output, latest.output()),
                        or(thinking, latest.thinking()),
                        or(webSearches, latest.webSearches()),
                        said || latest.reported());
    }

    /** What is known so far. */
    public Usage usage() {
        return latest;
    }

    private static long number(JsonScan scan, String name) {
        long number = NOT_SAID;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals(name)) {
                    number = scan.longOr(NOT_SAID);
                }
            }
        }
        return number;
    }

    /** What was written to the cache, by how long it stays there. */
    private static long sum(JsonScan scan) {
        long sum = NOT_SAID;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                long part = scan.longOr(NOT_SAID);
                sum = part < 0 ? sum : Math.max(sum, 0) + part;
            }
        }
        return sum;
    }

    private static long or(long number, long former) {
        return number < 0 ? former : number;
    }
}
