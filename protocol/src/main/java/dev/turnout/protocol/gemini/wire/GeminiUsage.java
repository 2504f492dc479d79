package dev.turnout.protocol.gemini.wire;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonScan;

/**
 * Takes in the {@code usageMetadata} of one answer, chunk by chunk: a number replaces the former
 * one, and one that is left out stays. What was cached is a part of the prompt here, thoughts are
 * beside the candidates.
 */
public final class GeminiUsage {

    private long prompt;
    private long toolPrompt;
    private long cached;
    private long candidates;
    private long thoughts;
    private long searches;
    private boolean reported;

    /** Reads the value on which the scan stands; one that is no object changes nothing. */
    public void read(JsonScan scan) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "promptTokenCount" -> prompt = tokens(scan, prompt);
                case "toolUsePromptTokenCount" -> toolPrompt = tokens(scan, toolPrompt);
                case "cachedContentTokenCount" -> cached = tokens(scan, cached);
                case "candidatesTokenCount" -> candidates = tokens(scan, candidates);
                case "thoughtsTokenCount" -> thoughts = tokens(scan, thoughts);
                default -> {}
            }
        }
    }

    /** So many queries have been put to Google's search. */
    public void searched(long queries) {
        searches = queries;
    }

    /** What is known so far. */
    public Usage usage() {
        long whole = prompt + toolPrompt;
        long read = Math.min(cached, whole);
        return new Usage(
                whole - read, read, 0, candidates + thoughts, thoughts, searches, reported);
    }

    private long tokens(JsonScan scan, long former) {
        long number = scan.longOr(-1);
        reported |= number >= 0;
        return number < 0 ? former : Math.min(number, Integer.MAX_VALUE);
    }
}
