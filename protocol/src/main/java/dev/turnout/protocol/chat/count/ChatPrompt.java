package dev.turnout.protocol.chat.count;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.count.CachedPart;
import dev.turnout.protocol.count.RequestFields;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.json.JsonScan;

/** Finds what counts in a Chat Completions request, or in one for embeddings. */
public final class ChatPrompt {

    private final byte[] body;
    private final Tally tally;

    private ChatPrompt(byte[] body, Tally tally) {
        this.body = body;
        this.tally = tally;
    }

    /**
     * Tells the tally what counts. {@link dev.turnout.contracts.ProblemException} with {@code
     * INVALID_REQUEST} where the body is no JSON object; what is odd in it counts nothing.
     */
    public static void count(byte[] body, Tally tally) {
        RequestFields.each(body, new ChatPrompt(body, tally)::field);
    }

    private void field(JsonScan scan) {
        switch (scan.name()) {
            case "messages" -> messages(scan);
            case "tools", "functions" -> tally.tools(body, scan);
            case "tool_choice" -> toolChoice(scan);
            case "input" -> content(scan, tally);
            default -> {}
        }
    }

    /** {@code required}, or an object that names a function. */
    private void toolChoice(JsonScan scan) {
        if (scan.is("required") || scan.isObject()) {
            tally.forcedCall();
        }
    }

    /** The first message is the system's with every coding client: it is remembered. */
    private void messages(JsonScan scan) {
        if (scan.enterArray()) {
            for (int index = 0; scan.nextElement(); index++) {
                tally.message();
                if (index == 0) {
                    first(scan.span());
                } else {
                    message(scan, tally);
                }
            }
        }
    }

    private void first(Span span) {
        try (var scan = JsonScan.of(body, span.offset(), span.length())) {
            if (isSystem(span)) {
                tally.cached(CachedPart.SYSTEM, body, span, part -> message(scan, part));
            } else {
                message(scan, tally);
            }
        }
    }

    private boolean isSystem(Span span) {
        try (var scan = JsonScan.of(body, span.offset(), span.length())) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    if (scan.name().equals("role")) {
                        return scan.is("system") || scan.is("developer");
                    }
                }
            }
            return false;
        }
    }

    private void message(JsonScan scan, Tally into) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "content" -> content(scan, into);
                case "name", "refusal", "reasoning_content", "reasoning" ->
                        into.text(scan.string());
                case "tool_calls" -> calls(scan, into);
                case "function_call" -> function(scan, into);
                default -> {}
            }
        }
    }

    private void content(JsonScan scan, Tally into) {
        if (scan.isString()) {
            into.text(scan.string());
        } else if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (scan.isString()) {
                    into.text(scan.string());
                } else {
                    part(scan, into);
                }
            }
        }
    }

    private void part(JsonScan scan, Tally into) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "text", "refusal" -> into.text(scan.string());
                case "image_url" -> image(scan, into);
                case "file" -> document(scan, "file_data", into);
                case "input_audio" -> document(scan, "data", into);
                default -> {}
            }
        }
    }

    private void image(JsonScan scan, Tally into) {
        if (scan.isString()) {
            into.imageUrl(body, scan.span());
        } else if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("url")) {
                    into.imageUrl(body, scan.span());
                }
            }
        }
    }

    private static void document(JsonScan scan, String field, Tally into) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals(field)) {
                    into.document(scan.span().length());
                }
            }
        }
    }

    private static void calls(JsonScan scan, Tally into) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (scan.enterObject()) {
                    while (scan.nextField()) {
                        if (scan.name().equals("function")) {
                            function(scan, into);
                        }
                    }
                }
            }
        }
    }

    private static void function(JsonScan scan, Tally into) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "name", "arguments" -> into.text(scan.string());
                    default -> {}
                }
            }
        }
    }
}
