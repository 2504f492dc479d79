package dev.turnout.protocol.count;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.json.JsonScan;

/** Finds what counts in a Messages request. */
final class AnthropicPrompt {

    private final byte[] body;
    private final Tally tally;
    private final PartCache parts;

    private boolean tools;
    private boolean forced;

    AnthropicPrompt(byte[] body, Tally tally, PartCache parts) {
        this.body = body;
        this.tally = tally;
        this.parts = parts;
    }

    void read() {
        try (var scan = JsonScan.of(body)) {
            if (!scan.enterObject()) {
                throw TokenCounter.noRequest(scan);
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "system" -> system(scan.span());
                    case "tools" -> tools(scan);
                    case "tool_choice" -> toolChoice(scan);
                    case "messages" -> messages(scan);
                    default -> {}
                }
            }
            scan.finish();
        }
        if (tools) {
            tally.toolsPrompt(forced);
        }
    }

    private void system(Span span) {
        CachedPart.SYSTEM.add(
                body,
                span,
                tally,
                parts,
                part -> {
                    try (var scan = JsonScan.of(body, span.offset(), span.length())) {
                        content(scan, part);
                    }
                });
    }

    private void tools(JsonScan scan) {
        tools = scan.isArray();
        var span = scan.span();
        tools &= span.length() > "[]".length();
        if (tools) {
            CachedPart.TOOLS.add(
                    body,
                    span,
                    tally,
                    parts,
                    part -> part.json(body, span.offset(), span.length()));
        }
    }

    private void toolChoice(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("type")) {
                    forced = scan.is("any") || scan.is("tool");
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
                case "input" -> {
                    var span = scan.span();
                    into.json(body, span.offset(), span.length());
                }
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
