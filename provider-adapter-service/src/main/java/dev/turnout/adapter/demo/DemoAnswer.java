package dev.turnout.adapter.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the demo provider says, as an answer of the Messages API.
 *
 * @param model the name that the answer bears
 * @param promptTokens an estimate of the prompt's size
 */
record DemoAnswer(String model, long promptTokens) {

    private static final String TEXT =
            "Hello from Turnout! This is its built-in demo provider: no model has seen your "
                    + "request, because no provider is configured yet. To get real answers, set "
                    + "ANTHROPIC_API_KEY (or the key of another provider, such as "
                    + "DEEPSEEK_API_KEY) in the environment, or describe your providers in "
                    + "~/.turnout/config.json; then start Turnout again.";

    /** Each with the blank behind it, so that together they are the text. */
    private static final List<String> WORDS = List.of(TEXT.split("(?<= )"));

    static final String STOP_REASON = "end_turn";

    Usage usage() {
        return new Usage(promptTokens, 0, 0, WORDS.size(), 0, true);
    }

    /** The whole answer as one JSON document. */
    byte[] message() {
        return message(
                        "[{\"type\":\"text\",\"text\":" + JsonText.quote(TEXT) + "}]",
                        JsonText.quote(STOP_REASON),
                        WORDS.size())
                .getBytes(UTF_8);
    }

    /** The whole answer as the events of a stream, a word in each. */
    List<byte[]> events() {
        var events = new ArrayList<byte[]>();
        events.add(event("message_start", "\"message\":" + message("[]", "null", 1)));
        events.add(
                event(
                        "content_block_start",
                        "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
        for (var word : WORDS) {
            events.add(
                    event(
                            "content_block_delta",
                            "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                                    + JsonText.quote(word)
                                    + "}"));
        }
        events.add(event("content_block_stop", "\"index\":0"));
        events.add(
                event(
                        "message_delta",
                        "\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":%d}"
                                .formatted(STOP_REASON, WORDS.size())));
        events.add("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n".getBytes(UTF_8));
        return events;
    }

    private String message(String content, String stopReason, int outputTokens) {
        return """
                {"id":"msg_%s","type":"message","role":"assistant","model":%s,"content":%s,\
                "stop_reason":%s,"stop_sequence":null,"usage":{"input_tokens":%d,\
                "cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":%d}}"""
                .formatted(
                        UUID.randomUUID().toString().replace("-", "").substring(0, 24),
                        JsonText.quote(model),
                        content,
                        stopReason,
                        promptTokens,
                        outputTokens);
    }

    private static byte[] event(String type, String fields) {
        return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n"
                .formatted(type, type, fields)
                .getBytes(UTF_8);
    }
}
