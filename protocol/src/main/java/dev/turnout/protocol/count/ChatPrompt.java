package dev.turnout.protocol.count;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Finds what counts in a Chat Completions request, or in one for embeddings. */
final class ChatPrompt {

    private static final String BASE64 = ";base64,";

    private final byte[] body;
    private final Tally tally;
    private final PartCache parts;

    private boolean tools;
    private boolean forced;

    ChatPrompt(byte[] body, Tally tally, PartCache parts) {
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
                    case "messages" -> messages(scan);
                    case "tools", "functions" -> tools(scan);
                    case "tool_choice" -> forced = isForced(scan);
                    case "input" -> content(scan, tally);
                    default -> {}
                }
            }
            scan.finish();
        }
        if (tools) {
            tally.toolsPrompt(forced);
        }
    }

    /** {@code required}, or an object that names a function. */
    private static boolean isForced(JsonScan scan) {
        return scan.is("required") || scan.kind().equals("an object");
    }

    private void tools(JsonScan scan) {
        boolean array = scan.isArray();
        var span = scan.span();
        if (array && span.length() > "[]".length()) {
            tools = true;
            CachedPart.TOOLS.add(
                    body,
                    span,
                    tally,
                    parts,
                    part -> part.json(body, span.offset(), span.length()));
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
                CachedPart.SYSTEM.add(body, span, tally, parts, part -> message(scan, part));
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
            into.image(size(scan.span()));
        } else if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("url")) {
                    into.image(size(scan.span()));
                }
            }
        }
    }

    /** Of a {@code data:} URL; null for an image that stands elsewhere. */
    private @Nullable ImageSize size(Span url) {
        int mark = JsonText.find(body, url.offset() + 1, BASE64);
        int from = mark < 0 ? -1 : JsonText.match(body, mark, BASE64);
        return from < 0 ? null : ImageSize.ofBase64(body, from, url.end() - 1);
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
