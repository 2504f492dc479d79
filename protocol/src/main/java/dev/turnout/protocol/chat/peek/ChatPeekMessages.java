package dev.turnout.protocol.chat.peek;

import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.RoutingTags;
import dev.turnout.protocol.peek.TokenEstimate;

/**
 * What the messages of a request tell together: the system's, the first user's, the last user's. A
 * role may stand behind its content, so until it is known all is noted that any role may need.
 */
final class ChatPeekMessages {

    /** How opencode 1.18 asks for the title of a conversation. */
    private static final String TITLE_TEXT = "You are a title generator";

    private final byte[] body;
    private final TokenEstimate size;
    private final RoutingTags tags = new RoutingTags();
    private boolean userSeen;
    private boolean image;
    private boolean wantsTitle;

    /**
     * @param size is told of what is not text
     */
    ChatPeekMessages(byte[] body, TokenEstimate size) {
        this.body = body;
        this.size = size;
    }

    /** Reads the array on which the scan stands; a problem where it is none or empty. */
    void read(JsonScan scan) {
        if (!scan.enterArray()) {
            throw ChatPeek.invalid("messages: Expected an array, not " + scan.kind() + ".");
        }
        int count = 0;
        while (scan.nextElement()) {
            add(new Message().read(scan, count++));
        }
        if (count == 0) {
            throw ChatPeek.invalid(
                    "messages: at least one message is required. "
                            + "Send for example {\"role\": \"user\", \"content\": \"Hello\"}.");
        }
    }

    /** Found in system messages and in the first user's. */
    RoutingTags tags() {
        return tags;
    }

    /** An image stands in the last user's message. */
    boolean image() {
        return image;
    }

    /** A system message orders no more than a title. */
    boolean wantsTitle() {
        return wantsTitle;
    }

    private void add(Message message) {
        switch (message.role) {
            case "system", "developer" -> {
                tags.addAll(message.tags);
                wantsTitle |= message.wantsTitle;
            }
            case "user" -> {
                if (!userSeen) {
                    tags.addAll(message.tags);
                }
                userSeen = true;
                image = message.image;
            }
            default -> {}
        }
    }

    /** One message. */
    private final class Message {
        private String role = "";
        private boolean roleSeen;
        private boolean contentSeen;
        private boolean image;
        private boolean wantsTitle;
        private final RoutingTags tags = new RoutingTags();

        private Message read(JsonScan scan, int index) {
            var place = "messages[" + index + "]";
            if (!scan.enterObject()) {
                throw ChatPeek.invalid(place + ": Expected an object, not " + scan.kind() + ".");
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "role" -> {
                        if (roleSeen) {
                            throw ChatPeek.twice(place + ".role");
                        }
                        roleSeen = true;
                        role = scan.string();
                    }
                    case "content" -> {
                        if (contentSeen) {
                            throw ChatPeek.twice(place + ".content");
                        }
                        contentSeen = true;
                        content(scan);
                    }
                    default -> {}
                }
            }
            return this;
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

        private void text(JsonScan scan) {
            boolean sought =
                    switch (role) {
                        case "user" -> !userSeen;
                        case "assistant", "tool", "function" -> false;
                        default -> true;
                    };
            if (sought && scan.isString()) {
                tags.search(body, scan.start());
                wantsTitle |= scan.startsWith(TITLE_TEXT);
            }
        }

        private void part(JsonScan scan) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "text" -> text(scan);
                    case "image_url" -> {
                        image = true;
                        size.image(dataBytes(scan, "url"));
                    }
                    case "file" -> size.document(dataBytes(scan, "file_data"));
                    case "input_audio" -> size.document(dataBytes(scan, "data"));
                    default -> {}
                }
            }
        }

        /** Bytes of the string, or of that field of the object, if it holds the data itself. */
        private int dataBytes(JsonScan scan, String field) {
            int bytes = 0;
            if (scan.isString()) {
                bytes = dataBytes(scan);
            } else if (scan.enterObject()) {
                while (scan.nextField()) {
                    bytes = scan.name().equals(field) ? dataBytes(scan) : bytes;
                }
            }
            return bytes;
        }

        private int dataBytes(JsonScan scan) {
            boolean elsewhere = !scan.isString() || scan.startsWith("http");
            return elsewhere ? 0 : scan.span().length();
        }
    }
}
