package dev.turnout.protocol.responses.relay;

import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.responses.wire.ResponsesStop;
import dev.turnout.protocol.responses.wire.ResponsesUsage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a relayed response stands: what it has cost, and how it ended. */
final class ResponsesRelayResponse {

    private final ResponsesUsage usage = new ResponsesUsage();
    private String status = "";
    private @Nullable String reason;
    private boolean output;
    private boolean calls;
    private boolean refused;
    private @Nullable Span error;

    /** Whether items have come one by one, so that the whole output only repeats them. */
    private boolean itemsSeen;

    /** Reads an event: an item that has ended, or the response as it ends. */
    void readEvent(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "item" -> {
                        itemsSeen = true;
                        item(scan);
                    }
                    case "response" -> read(scan);
                    case "error" -> error(scan);
                    default -> {}
                }
            }
        }
    }

    /** Reads a whole response. */
    void read(JsonScan scan) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "status" -> status = scan.string();
                case "incomplete_details" -> details(scan);
                case "error" -> error(scan);
                case "usage" -> usage.read(scan);
                case "output" -> output(scan);
                default -> {}
            }
        }
    }

    void readUsage(JsonScan scan) {
        usage.read(scan);
    }

    /** Whether it is a response, and none that failed. */
    boolean isAnswer() {
        return output && error == null && !status.equals(ResponsesStop.FAILED);
    }

    /** Of the JSON that was read, its error; all of it where that stands nowhere else. */
    byte[] error(byte[] json) {
        return error == null
                ? json
                : Arrays.copyOfRange(json, error.offset(), error.offset() + error.length());
    }

    /** Why the model stopped, in Anthropic's words. */
    String stopReason() {
        return ResponsesStop.reason(status, reason, refused, calls);
    }

    Usage usage() {
        return usage.usage();
    }

    private void output(JsonScan scan) {
        if (!scan.enterArray()) {
            return;
        }
        output = true;
        while (scan.nextElement()) {
            if (!itemsSeen) {
                item(scan);
            }
        }
    }

    private void item(JsonScan scan) {
        var type = "";
        boolean search = false;
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "content" -> content(scan);
                case "action" -> search = isSearch(scan);
                default -> {}
            }
        }
        calls |= type.equals("function_call") || type.equals("custom_tool_call");
        if (type.equals("web_search_call") && search) {
            usage.searched();
        }
    }

    private void content(JsonScan scan) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (scan.enterObject()) {
                    while (scan.nextField()) {
                        refused |= scan.name().equals("type") && scan.is("refusal");
                    }
                }
            }
        }
    }

    private static boolean isSearch(JsonScan scan) {
        boolean search = false;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                search |= scan.name().equals("query") && scan.isString() && !scan.is("");
                search |= scan.name().equals("type") && scan.is("search");
            }
        }
        return search;
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

    private void error(JsonScan scan) {
        if (scan.isObject() || scan.isString()) {
            error = scan.span();
        }
    }
}
