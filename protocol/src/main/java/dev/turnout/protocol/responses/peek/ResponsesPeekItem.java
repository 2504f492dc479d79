package dev.turnout.protocol.responses.peek;

import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.RoutingTags;
import dev.turnout.protocol.peek.TokenEstimate;
import dev.turnout.protocol.reasoning.ReasoningSeal;

/**
 * One item of a request's input. Its type and role may stand behind its content, so until they are
 * known all is noted that any may need.
 */
final class ResponsesPeekItem {

    /** Whose an item is. */
    enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT,
        NOBODY
    }

    private final byte[] body;
    private final TokenEstimate size;
    private final RoutingTags tags = new RoutingTags();
    private String type = "";
    private String role = "";
    private boolean sealed;
    private boolean typeSeen;
    private boolean roleSeen;
    private boolean contentSeen;
    private boolean image;
    private boolean compaction;
    private boolean wantsTitle;

    ResponsesPeekItem(byte[] body, TokenEstimate size) {
        this.body = body;
        this.size = size;
    }

    void read(JsonScan scan, int index) {
        var place = "input[" + index + "]";
        if (!scan.enterObject()) {
            throw ResponsesPeek.invalid(place + ": Expected an object, not " + scan.kind() + ".");
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> {
                    once(typeSeen, place + ".type");
                    typeSeen = true;
                    type = scan.string();
                }
                case "encrypted_content" -> sealed = scan.startsWith(ReasoningSeal.PREFIX);
                case "role" -> {
                    once(roleSeen, place + ".role");
                    roleSeen = true;
                    role = scan.string();
                }
                case "content" -> {
                    once(contentSeen, place + ".content");
                    contentSeen = true;
                    content(scan);
                }
                case "output" -> content(scan);
                default -> {}
            }
        }
        compaction |= type.equals("compaction_trigger");
    }

    Speaker speaker() {
        return switch (type) {
            case "", "message" ->
                    switch (role) {
                        case "system", "developer" -> Speaker.SYSTEM;
                        case "user" -> Speaker.USER;
                        case "assistant" -> Speaker.ASSISTANT;
                        default -> Speaker.NOBODY;
                    };
            case "compaction_trigger" -> Speaker.USER;
            case "item_reference", "additional_tools", "configuration_update" -> Speaker.NOBODY;
            default -> type.endsWith("_output") ? Speaker.USER : Speaker.ASSISTANT;
        };
    }

    boolean isMessage() {
        return type.isEmpty() || type.equals("message");
    }

    RoutingTags tags() {
        return tags;
    }

    boolean image() {
        return image;
    }

    boolean compaction() {
        return compaction;
    }

    boolean wantsTitle() {
        return wantsTitle;
    }

    private static void once(boolean seen, String field) {
        if (seen) {
            throw ResponsesPeek.twice(field);
        }
    }

    private void content(JsonScan scan) {
        if (scan.isString()) {
            text(scan);
        } else if (scan.enterArray()) {
            while (scan.nextElement()) {
                part(scan);
            }
        }
    }

    /** In a tool's output, or the assistant's words, nothing is sought. */
    private void text(JsonScan scan) {
        if (isMessage() && scan.isString() && !role.equals("assistant")) {
            tags.search(body, scan.start());
            wantsTitle |= ResponsesPeekInput.isTitle(scan);
            compaction |= ResponsesPeekInput.isCompaction(scan);
        }
    }

    private void part(JsonScan scan) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "text" -> text(scan);
                case "type" -> image |= scan.is("input_image");
                case "image_url" -> size.image(dataBytes(scan));
                case "file_data" -> size.document(dataBytes(scan));
                default -> {}
            }
        }
    }

    /** Whether it is reasoning that bears a seal of ours, which no provider can open. */
    boolean sealed() {
        return sealed;
    }

    private static int dataBytes(JsonScan scan) {
        boolean elsewhere = !scan.isString() || scan.startsWith("http");
        return elsewhere ? 0 : scan.span().length();
    }
}
