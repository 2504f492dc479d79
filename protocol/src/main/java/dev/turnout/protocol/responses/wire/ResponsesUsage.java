package dev.turnout.protocol.responses.wire;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonScan;

/**
 * Takes in the {@code usage} of one answer. OpenAI counts what was cached as a part of the prompt,
 * we count it beside; searches stand in the output, and are told by whoever reads that.
 */
public final class ResponsesUsage {

    private static final int NOT_SAID = -1;

    private long prompt = NOT_SAID;
    private long cacheRead;
    private long cacheWrite;
    private long output = NOT_SAID;
    private long thinking;
    private long webSearches;

    /** Reads the value on which the scan stands; one that is no object changes nothing. */
    public void read(JsonScan scan) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "input_tokens" -> prompt = scan.longOr(prompt);
                case "cached_tokens" -> cacheRead = scan.longOr(cacheRead);
                case "cache_write_tokens" -> cacheWrite = scan.longOr(cacheWrite);
                case "output_tokens" -> output = scan.longOr(output);
                case "reasoning_tokens" -> thinking = scan.longOr(thinking);
                case "input_tokens_details", "output_tokens_details" -> read(scan);
                default -> {}
            }
        }
    }

    /** The provider has run a search. */
    public void searched() {
        webSearches++;
    }

    /** What is known so far. */
    public Usage usage() {
        long all = Math.max(0, prompt);
        long read = Math.clamp(cacheRead, 0, all);
        long written = Math.clamp(cacheWrite, 0, all - read);
        long answered = Math.max(0, output);
        return new Usage(
                all - read - written,
                read,
                written,
                answered,
                Math.clamp(thinking, 0, answered),
                webSearches,
                prompt >= 0 || output >= 0);
    }
}
