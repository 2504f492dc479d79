package dev.turnout.protocol.chat.wire;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonScan;

/**
 * Takes in the {@code usage} objects of one answer, in order: a number replaces the former one.
 * OpenAI counts what was cached as a part of the prompt, we count it beside.
 */
public final class ChatUsage {

    private static final int NOT_SAID = -1;

    private Usage latest = Usage.NONE;

    /** Reads the value on which the scan stands; one that is no object changes nothing. */
    public void read(JsonScan scan) {
        var said = new Said();
        said.read(scan);
        // No prompt is empty: zeros alone are how some providers say nothing.
        boolean prompt = said.prompt > 0;
        long cacheRead = prompt ? Math.clamp(said.cacheRead, 0, said.prompt) : latest.cacheRead();
        long cacheWrite =
                prompt
                        ? Math.clamp(said.cacheWrite, 0, said.prompt - cacheRead)
                        : latest.cacheWrite();
        latest =
                new Usage(
                        prompt ? said.prompt - cacheRead - cacheWrite : latest.input(),
                        cacheRead,
                        cacheWrite,
                        said.output() < 0 ? latest.output() : said.output(),
                        said.reasoning < 0 ? latest.thinking() : said.reasoning,
                        said.webSearches < 0 ? latest.webSearches() : said.webSearches,
                        latest.reported() || said.prompt >= 0 || said.output() >= 0);
    }

    /** What is known so far. */
    public Usage usage() {
        return latest;
    }

    /** The numbers of one object, by all the names that servers give them. */
    private static final class Said {
        private long prompt = NOT_SAID;
        private long completion = NOT_SAID;
        private long total = NOT_SAID;
        private long reasoning = NOT_SAID;
        private long cacheRead = NOT_SAID;
        private long cacheWrite = NOT_SAID;
        private long webSearches = NOT_SAID;

        private void read(JsonScan scan) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "prompt_tokens", "input_tokens" -> prompt = scan.longOr(prompt);
                    case "completion_tokens", "output_tokens" ->
                            completion = scan.longOr(completion);
                    case "total_tokens" -> total = scan.longOr(total);
                    case "reasoning_tokens" -> reasoning = scan.longOr(reasoning);
                    // OpenAI and Moonshot; DeepSeek; LiteLLM with a Claude behind
                    case "cached_tokens", "prompt_cache_hit_tokens", "cache_read_input_tokens" ->
                            cacheRead = Math.max(cacheRead, scan.longOr(NOT_SAID));
                    // OpenAI and OpenRouter; Qwen and LiteLLM
                    case "cache_write_tokens", "cache_creation_input_tokens" ->
                            cacheWrite = Math.max(cacheWrite, scan.longOr(NOT_SAID));
                    case "web_search_requests" -> webSearches = scan.longOr(webSearches);
                    case "prompt_tokens_details",
                            "input_tokens_details",
                            "completion_tokens_details",
                            "output_tokens_details",
                            "server_tool_use" ->
                            read(scan);
                    default -> {}
                }
            }
        }

        /**
         * Of the whole answer. xAI does not count reasoning among it, as its total tells, or more
         * reasoning than there is of the whole.
         */
        private long output() {
            boolean reasoningBeside =
                    completion >= 0
                            && reasoning > 0
                            && (reasoning > completion
                                    || (prompt >= 0 && total == prompt + completion + reasoning));
            return reasoningBeside ? completion + reasoning : completion;
        }
    }
}
