package dev.turnout.protocol.anthropic.count;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.count.CachedPart;
import dev.turnout.protocol.count.RequestFields;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.json.JsonScan;

/** Finds what counts in a Messages request. */
public final class AnthropicPrompt {

    private final byte[] body;
    private final Tally tally;

    private AnthropicPrompt(byte[] body, Tally tally) {
        this.body = body;
        this.tally = tally;
    }

    /**
     * Tells the tally what counts. {@link dev.turnout.contracts.ProblemException} with {@code
     * INVALID_REQUEST} where the body is no JSON object; what is odd in it counts nothing.
     */
    public static void count(byte[] body, Tally tally) {
        RequestFields.each(body, new AnthropicPrompt(body, tally)::field);
    }

    private void field(JsonScan scan) {
        switch (scan.name()) {
            case "system" -> system(scan.span());
            case "tools" -> tally.tools(body, scan);
            case "tool_choice" -> toolChoice(scan);
            case "messages" -> messages(scan);
            default -> {}
        }
    }

    private void system(Span span) {
        tally.cached(
                CachedPart.SYSTEM,
                body,
                span,
                part -> {
                    try (var scan = JsonScan.of(body, span.offset(), span.length())) {
                        content(scan, part);
                    }
                });
    }

    private void toolChoice(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("type") && (scan.is("any") || scan.is("tool"))) {
                    tally.forcedCall();
                }
            }
        }
    }

    private void messages(JsonScan scan) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                tally.message();
                if (scan.enterObject()) {
                    while (scan.nextField()) {
                        if (scan.name().equals("content")) {
                            content(scan, tally);
                        }
                    }
                }
            }
        }
    }

    /** A text, or an array of blocks. */
    private void content(JsonScan scan, Tally into) {
        if (scan.isString()) {
            into.text(scan.string());
        } else if (scan.enterArray()) {
            while (scan.nextElement()) {
                block(scan, into);
            }
        } else {
            block(scan, into);
        }
    }

    /**
     * A block of any type: its texts by the names that they have in all types. Signatures and
     * encrypted parts are for the provider alone.
     */
    private void block(JsonScan scan, Tally into) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "text", "thinking", "name", "title", "context", "tool_name", "url" ->
                        into.text(scan.string());
                case "input" -> into.json(body, scan.span());
                case "content" -> content(scan, into);
                case "source" -> source(scan, into);
                default -> {}
            }
        }
    }

    /** Of an image or a document; of a search result it is a plain text. */
    private void source(JsonScan scan, Tally into) {
        if (scan.isString()) {
            into.text(scan.string());
            return;
        }
        var source = new MediaSource();
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> source.type = scan.string();
                    case "media_type" -> source.mediaType = scan.string();
                    case "data" -> source.data = scan.span();
                    case "content" -> content(scan, into);
                    default -> {}
                }
            }
        }
        source.add(body, into);
    }
}
