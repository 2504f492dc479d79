package dev.turnout.protocol.responses.reply;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.responses.wire.ResponsesUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response as a whole, as far as it has come: a document, or what stands in an event. */
final class ResponsesReplyWhole {

    private @Nullable String id;
    private @Nullable String model;
    private String status = "";
    private @Nullable String reason;
    private @Nullable Span error;
    private final List<ResponsesItem> output = new ArrayList<>();
    private boolean response;
    private final boolean outputWanted;

    private ResponsesReplyWhole(boolean outputWanted) {
        this.outputWanted = outputWanted;
    }

    /**
     * Reads the value on which the scan stands.
     *
     * @param usage takes in all that is said of tokens
     * @param outputWanted whether its output has not come before
     */
    static ResponsesReplyWhole read(
            JsonScan scan, byte[] json, ResponsesUsage usage, boolean outputWanted) {
        var whole = new ResponsesReplyWhole(outputWanted);
        if (scan.enterObject()) {
            while (scan.nextField()) {
                whole.field(scan, json, usage);
            }
        }
        return whole;
    }

    @Nullable String id() {
        return id;
    }

    @Nullable String model() {
        return model;
    }

    /** How it stands; empty where it does not say. */
    String status() {
        return status;
    }

    /** Why it is incomplete; null where it is not, or does not say. */
    @Nullable String reason() {
        return reason;
    }

    /** Where its error stands in the JSON; null without one. */
    @Nullable Span error() {
        return error;
    }

    /** Empty where it is not wanted. */
    List<ResponsesItem> output() {
        return output;
    }

    /** Whether it is a response at all. */
    boolean isResponse() {
        return response;
    }

    private void field(JsonScan scan, byte[] json, ResponsesUsage usage) {
        switch (scan.name()) {
            case "id" -> id = given(scan);
            case "model" -> model = given(scan);
            case "object" -> response |= scan.is("response");
            case "status" -> status = scan.string();
            case "incomplete_details" -> details(scan);
            case "usage" -> usage.read(scan);
            case "error" -> error = scan.isObject() || scan.isString() ? scan.span() : error;
            case "output" -> {
                response |= scan.isArray();
                if (outputWanted && scan.enterArray()) {
                    while (scan.nextElement()) {
                        output.add(ResponsesItem.read(scan, json));
                    }
                }
            }
            default -> {}
        }
    }

    private void details(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("reason")) {
                    reason = scan.stringOrNull();
                }
            }
        }
    }

    private static @Nullable String given(JsonScan scan) {
        var text = scan.string();
        return text.isEmpty() ? null : text;
    }
}
