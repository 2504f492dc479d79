package dev.turnout.protocol.responses.count;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.count.CachedPart;
import dev.turnout.protocol.count.RequestFields;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.json.JsonScan;

/** Finds what counts in a Responses request. */
public final class ResponsesPrompt {

    private final byte[] body;
    private final Tally tally;

    private ResponsesPrompt(byte[] body, Tally tally) {
        this.body = body;
        this.tally = tally;
    }

    /**
     * Tells the tally what counts. {@link dev.turnout.contracts.ProblemException} with {@code
     * INVALID_REQUEST} where the body is no JSON object; what is odd in it counts nothing, and
     * nobody here knows what a {@code previous_response_id} stands for.
     */
    public static void count(byte[] body, Tally tally) {
        RequestFields.each(body, new ResponsesPrompt(body, tally)::field);
    }

    private void field(JsonScan scan) {
        switch (scan.name()) {
            case "instructions" -> remembered(scan.span());
            case "input" -> input(scan);
            case "tools" -> tally.tools(body, scan);
            case "tool_choice" -> {
                if (scan.is("required") || scan.isObject()) {
                    tally.forcedCall();
                }
            }
            default -> {}
        }
    }

    /** A text, or items, the first of which is the developer's with Codex: it is remembered. */
    private void input(JsonScan scan) {
        if (scan.isString()) {
            tally.message();
            tally.text(scan.string());
        } else if (scan.enterArray()) {
            for (int index = 0; scan.nextElement(); index++) {
                tally.message();
                if (index == 0) {
                    first(scan.span());
                } else {
                    item(scan, tally);
                }
            }
        }
    }

    private void first(Span span) {
        boolean instructions = false;
        try (var scan = JsonScan.of(body, span.offset(), span.length())) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    instructions |=
                            scan.name().equals("role")
                                    && (scan.is("developer") || scan.is("system"));
                }
            }
        }
        if (instructions) {
            remembered(span);
        } else {
            try (var scan = JsonScan.of(body, span.offset(), span.length())) {
                item(scan, tally);
            }
        }
    }

    private void remembered(Span span) {
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

    /**
     * An item, or a part of one, of any type: its texts by the names that they have in all types.
     * Ids and encrypted reasoning are for the provider alone.
     */
    private void item(JsonScan scan, Tally into) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "text", "refusal", "name", "arguments", "input", "filename" ->
                        into.text(scan.string());
                case "content", "output", "summary" -> content(scan, into);
                case "action" -> into.json(body, scan.span());
                case "image_url" -> {
                    if (scan.isString()) {
                        into.imageUrl(body, scan.span());
                    }
                }
                case "file_data" -> into.document(scan.span().length());
                case "file_id", "file_url" -> into.image();
                default -> {}
            }
        }
    }

    /** A text, an item or part, or an array of these. */
    private void content(JsonScan scan, Tally into) {
        if (scan.isString()) {
            into.text(scan.string());
        } else if (scan.enterArray()) {
            while (scan.nextElement()) {
                content(scan, into);
            }
        } else {
            item(scan, into);
        }
    }
}
