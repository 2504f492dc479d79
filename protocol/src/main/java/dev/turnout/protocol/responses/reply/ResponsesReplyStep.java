package dev.turnout.protocol.responses.reply;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.responses.wire.ResponsesUsage;
import dev.turnout.protocol.sse.SseEvent;
import org.jspecify.annotations.Nullable;

/** What one event of a stream says. */
final class ResponsesReplyStep {

    private static final int NONE = -1;

    private final boolean outputWanted;
    private String type;
    private String itemId = "";
    private int place = NONE;
    private int part;
    private String delta = "";
    private String all = "";
    private String name = "";
    private @Nullable ResponsesItem item;
    private @Nullable ResponsesReplyWhole response;
    private boolean complaint;

    private ResponsesReplyStep(String type, boolean outputWanted) {
        this.type = type;
        this.outputWanted = outputWanted;
    }

    /**
     * Reads it in one pass; {@link ProblemException} where it is no JSON object.
     *
     * @param usage takes in all that is said of tokens
     * @param outputWanted whether the output of a whole response is
     */
    static ResponsesReplyStep read(SseEvent event, ResponsesUsage usage, boolean outputWanted) {
        var step = new ResponsesReplyStep(event.name(), outputWanted);
        try (var scan = JsonScan.of(event.bytes(), event.offset(), event.length())) {
            if (!scan.enterObject()) {
                step.complaint = true;
            } else {
                while (scan.nextField()) {
                    step.field(scan, event.bytes(), usage);
                }
            }
            scan.finish();
        }
        return step;
    }

    /** By its data, else by its name; empty without both. */
    String type() {
        return type;
    }

    /** Of the item that it is about; empty where it does not say. */
    String itemId() {
        return itemId;
    }

    /** Of the item among the output; -1 where it does not say. */
    int place() {
        return place;
    }

    /** Which part of the item it is about, from 0. */
    int part() {
        return part;
    }

    /** More of the part; empty without any. */
    String delta() {
        return delta;
    }

    /** All of the part, as said at its end; empty without any. */
    String all() {
        return all;
    }

    /** Of the tool that is called; empty where it does not say. */
    String name() {
        return name;
    }

    @Nullable ResponsesItem item() {
        return item;
    }

    @Nullable ResponsesReplyWhole response() {
        return response;
    }

    /** Whether it is an error, by its type or because it is nothing else. */
    boolean isError() {
        return type.equals("error") || (complaint && !type.startsWith("response."));
    }

    private void field(JsonScan scan, byte[] json, ResponsesUsage usage) {
        switch (scan.name()) {
            case "type" -> type = scan.isString() ? scan.string() : type;
            case "item_id" -> itemId = scan.string();
            case "output_index" -> place = (int) scan.longOr(NONE);
            case "content_index", "summary_index" -> part = (int) scan.longOr(0);
            case "delta" -> delta = scan.string();
            case "text", "refusal", "arguments", "input" -> all = scan.string();
            case "name" -> name = scan.string();
            case "item" -> item = scan.isObject() ? ResponsesItem.read(scan, json) : null;
            case "response" ->
                    response =
                            scan.isObject()
                                    ? ResponsesReplyWhole.read(scan, json, usage, outputWanted)
                                    : null;
            case "error", "detail" -> complaint |= !scan.isNull();
            default -> {}
        }
    }
}
