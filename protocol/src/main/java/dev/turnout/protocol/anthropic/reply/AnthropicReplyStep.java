package dev.turnout.protocol.anthropic.reply;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.anthropic.wire.AnthropicUsage;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event of a stream, or a whole message, says. */
final class AnthropicReplyStep {

    private String type = "";
    private boolean error;
    private @Nullable String id;
    private @Nullable String model;
    private final List<AnthropicReplyBlock> blocks = new ArrayList<>(0);

    private @Nullable String text;
    private @Nullable String thinking;
    private @Nullable String signature;
    private @Nullable String input;

    private @Nullable String stopReason;
    private @Nullable String stopSequence;
    private @Nullable String explanation;

    private AnthropicReplyStep() {}

    /**
     * Reads it in one pass; {@link ProblemException} where it is no JSON object.
     *
     * @param usage takes in all that is said of tokens
     */
    static AnthropicReplyStep read(byte[] json, int offset, int length, AnthropicUsage usage) {
        var step = new AnthropicReplyStep();
        try (var scan = JsonScan.of(json, offset, length)) {
            step.type = step.fields(scan, json, usage);
            scan.finish();
        }
        return step;
    }

    /** Of the event, or {@code message}; empty without one. */
    String type() {
        return type;
    }

    boolean isError() {
        return error || type.equals("error");
    }

    @Nullable String id() {
        return id;
    }

    @Nullable String model() {
        return model;
    }

    /** The one that starts, or all of a message. */
    List<AnthropicReplyBlock> blocks() {
        return blocks;
    }

    /** More of a text block; null if this is not. */
    @Nullable String text() {
        return text;
    }

    /** More of a thinking block; null if this is not. */
    @Nullable String thinking() {
        return thinking;
    }

    /** The signature of a thinking block; null if this is none. */
    @Nullable String signature() {
        return signature;
    }

    /** More of a tool's input; null if this is not. */
    @Nullable String input() {
        return input;
    }

    /** Why the model stopped; null while it has not. */
    @Nullable String stopReason() {
        return stopReason;
    }

    @Nullable String stopSequence() {
        return stopSequence;
    }

    /** Why it refused; null where it did not, or does not say. */
    @Nullable String explanation() {
        return explanation;
    }

    /** Reads the fields of an event, and of the message or delta within; returns the type. */
    private String fields(JsonScan scan, byte[] json, AnthropicUsage usage) {
        var ownType = "";
        if (!scan.enterObject()) {
            return ownType;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> ownType = scan.string();
                case "message", "delta" -> fields(scan, json, usage);
                case "content_block" -> blocks.add(AnthropicReplyBlock.read(scan, json));
                case "content" -> content(scan, json);
                case "usage" -> usage.read(scan);
                case "error" -> error = scan.isObject() || !scan.string().isEmpty();
                case "id" -> id = scan.stringOrNull();
                case "model" -> model = scan.stringOrNull();
                case "text" -> text = scan.string();
                case "thinking" -> thinking = scan.string();
                case "signature" -> signature = scan.string();
                case "partial_json" -> input = scan.string();
                case "stop_reason" -> stopReason = scan.stringOrNull();
                case "stop_sequence" -> stopSequence = scan.stringOrNull();
                case "stop_details" -> details(scan);
                default -> {}
            }
        }
        return ownType;
    }

    private void content(JsonScan scan, byte[] json) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                blocks.add(AnthropicReplyBlock.read(scan, json));
            }
        }
    }

    private void details(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("explanation")) {
                    explanation = scan.stringOrNull();
                }
            }
        }
    }
}
