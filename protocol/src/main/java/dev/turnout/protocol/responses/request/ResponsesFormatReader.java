package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The field {@code text}: the form of the answer, and how wordy it is to be. */
final class ResponsesFormatReader {

    private ResponsesFormatReader() {}

    /** Null for free text. */
    static @Nullable AnswerFormat read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        @Nullable AnswerFormat format = null;
        while (scan.nextField()) {
            if (scan.isNull()) {
                continue;
            }
            switch (scan.name()) {
                case "format" -> format = format(scan, place.to("format"));
                case "verbosity" -> dropped.add("verbosity");
                default -> dropped.add("unknown");
            }
        }
        return format;
    }

    private static @Nullable AnswerFormat format(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var type = "";
        @Nullable String schema = null;
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "schema" -> schema = place.to("schema").object(scan);
                default -> {} // its name, its description, whether it is strict: it always is
            }
        }
        return switch (type) {
            case "text" -> null;
            case "json_object" -> new AnswerFormat(null);
            case "json_schema" -> new AnswerFormat(place.to("schema").required(schema));
            default ->
                    throw place.to("type")
                            .invalid("Input should be text, json_object or json_schema.");
        };
    }
}
