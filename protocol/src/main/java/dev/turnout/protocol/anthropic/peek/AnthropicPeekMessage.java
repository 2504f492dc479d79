package dev.turnout.protocol.anthropic.peek;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.anthropic.peek.AnthropicPeekBlocks.Kind;
import dev.turnout.protocol.anthropic.wire.AnthropicSigns;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.RoutingTags;
import dev.turnout.protocol.peek.TokenEstimate;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import org.jspecify.annotations.Nullable;

/**
 * What one message tells. Its role may stand behind its content, so until the role is known all is
 * noted that any role may need.
 */
final class AnthropicPeekMessage {

    private final byte[] body;
    private final TokenEstimate size;
    private final AnthropicRefusable refusable;
    private final boolean tagged;

    private @Nullable String role;
    private boolean contentSeen;
    private boolean image;
    private boolean compaction;
    private boolean sideQuestion;
    private final RoutingTags tags = new RoutingTags();
    private final AnthropicPeekBlocks blocks = new AnthropicPeekBlocks();

    /**
     * @param size is told of what is not text
     * @param refusable is told of what some providers refuse
     * @param tagged whether routing tags matter, should this be a user's message
     */
    AnthropicPeekMessage(
            byte[] body, TokenEstimate size, AnthropicRefusable refusable, boolean tagged) {
        this.body = body;
        this.size = size;
        this.refusable = refusable;
        this.tagged = tagged;
    }

    /** Reads the message on which the scan stands. */
    void read(JsonScan scan, int index) {
        if (!scan.enterObject()) {
            throw AnthropicPeek.invalid(
                    "messages." + index + ": Input should be an object, not " + scan.kind() + ".");
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "role" -> {
                    if (role != null) {
                        throw AnthropicPeek.twice("messages." + index + ".role");
                    }
                    role = scan.string();
                }
                case "content" -> {
                    if (contentSeen) {
                        throw AnthropicPeek.twice("messages." + index + ".content");
                    }
                    contentSeen = true;
                    content(scan);
                }
                default -> {}
            }
        }
    }

    boolean isUser() {
        return "user".equals(role);
    }

    boolean isAssistant() {
        return "assistant".equals(role);
    }

    /** An image stands in it, directly or in a tool result. */
    boolean image() {
        return image;
    }

    boolean compaction() {
        return compaction;
    }

    boolean sideQuestion() {
        return sideQuestion;
    }

    RoutingTags tags() {
        return tags;
    }

    AnthropicPeekBlocks blocks() {
        return blocks;
    }

    private void content(JsonScan scan) {
        if (scan.isString()) {
            text(scan);
        } else if (scan.enterArray()) {
            while (scan.nextElement()) {
                int start = scan.start();
                var kind = block(scan);
                blocks.add(kind, start, scan.end());
            }
        }
    }

    private void text(JsonScan scan) {
        if (role != null && !isUser()) {
            return;
        }
        if (tagged) {
            tags.search(body, scan.start());
        }
        compaction |= scan.startsWith(AnthropicSigns.COMPACTION_TEXT);
        sideQuestion |=
                scan.startsWith(AnthropicSigns.SUGGESTION_TEXT)
                        || scan.startsWith(AnthropicSigns.ASIDE_TEXT);
    }

    private Kind block(JsonScan scan) {
        var type = "";
        var thinking = Kind.UNSIGNED;
        int base64 = 0;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> type = scan.string();
                    case "text" -> text(scan);
                    case "signature" -> thinking = signed(scan);
                    case "source" -> base64 = base64Bytes(scan);
                    case "content" -> toolResult(scan);
                    case "cache_control" -> refusable.cacheControl(scan);
                    default -> {}
                }
            }
        }
        media(type, base64);
        return switch (type) {
            case "thinking" -> thinking;
            case "redacted_thinking" -> Kind.SIGNED;
            case "tool_use" -> Kind.CALL;
            default -> Kind.OTHER;
        };
    }

    /** How a block is signed, should it be thinking. */
    private Kind signed(JsonScan scan) {
        if (scan.startsWith(ReasoningSeal.PREFIX)) {
            var seal = scan.span();
            size.unread(seal.length());
            return Kind.SEALED;
        }
        return scan.isString() && !scan.is("") ? Kind.SIGNED : Kind.UNSIGNED;
    }

    private void toolResult(JsonScan scan) {
        if (!scan.enterArray()) {
            return;
        }
        while (scan.nextElement()) {
            int start = scan.start();
            var type = "";
            int base64 = 0;
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "type" -> type = scan.string();
                        case "source" -> base64 = base64Bytes(scan);
                        case "cache_control" -> refusable.cacheControl(scan);
                        default -> {}
                    }
                }
            }
            media(type, base64);
            if (type.equals("tool_reference")) {
                refusable.toolReference(new Span(start, scan.end() - start));
            }
        }
    }

    private void media(String type, int base64) {
        switch (type) {
            case "image" -> {
                image = true;
                size.image(base64);
            }
            case "document" -> size.document(base64);
            default -> {}
        }
    }

    /** Bytes of a source that is base64; 0 for one that is text or stands elsewhere. */
    private static int base64Bytes(JsonScan scan) {
        int start = scan.start();
        boolean base64 = false;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                base64 |= scan.name().equals("type") && scan.is("base64");
            }
        }
        return base64 ? scan.end() - start : 0;
    }
}
