package dev.turnout.protocol.conversation;

import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;

/** Reads the JSON Schema of a tool's input. */
public final class ToolSchema {

    /** Of a tool that takes nothing. */
    public static final String EMPTY = "{\"type\":\"object\",\"properties\":{}}";

    private ToolSchema() {}

    /**
     * The schema on which the scan stands, as compact JSON. All providers want {@code type} and
     * {@code properties}, so they are added where a client left them out.
     */
    public static String read(JsonScan scan, JsonPlace place) {
        int start = scan.start();
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        boolean type = false;
        boolean properties = false;
        boolean empty = true;
        while (scan.nextField()) {
            type |= scan.name().equals("type");
            properties |= scan.name().equals("properties");
            empty = false;
        }
        if (empty) {
            return EMPTY;
        }
        var schema = scan.compact(start);
        var added = (type ? "" : "\"type\":\"object\",") + (properties ? "" : "\"properties\":{},");
        return added.isEmpty() ? schema : "{" + added + schema.substring(1);
    }
}
