package dev.turnout.protocol.responses.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.json.JsonScan;

/**
 * Texts within the input of a tool, which is a JSON object, or what a model has written for one.
 */
final class ResponsesToolInput {

    private ResponsesToolInput() {}

    /**
     * What a custom tool takes. Input that holds anything else, or was cut off, is all of it: the
     * tool fails by it where the model sees that, and nothing half is run.
     */
    static String text(String json) {
        return only(json, ToolOrigin.INPUT, json);
    }

    /** What is searched for; empty where it does not say. */
    static String query(String json) {
        return only(json, "query", "");
    }

    /** The text that is an object's only field; the other where there is no such. */
    private static String only(String json, String field, String other) {
        var text = other;
        try (var scan = JsonScan.of(json.getBytes(UTF_8))) {
            if (!scan.enterObject()) {
                return other;
            }
            while (scan.nextField()) {
                if (!scan.name().equals(field) || !scan.isString()) {
                    return other;
                }
                text = scan.string();
            }
            scan.finish();
        } catch (ProblemException notJson) {
            return other;
        }
        return text;
    }
}
