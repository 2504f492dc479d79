package dev.turnout.protocol.gemini.reply;

import dev.turnout.protocol.json.JsonScan;
import java.util.Locale;

/**
 * A part of an answer, as far as it can be told; what it is beside its signature, if anything.
 *
 * @param said what it says
 * @param signature empty without one
 */
record GeminiReplyPart(Said said, String signature) {

    /** What a part says. */
    sealed interface Said {

        /** May be empty: a part can be there for its signature only. */
        record Text(String text) implements Said {}

        record Thought(String text) implements Said {}

        /**
         * @param id empty without one, as before Gemini 3
         * @param arguments a JSON object as text; empty without any
         */
        record Call(String id, String name, String arguments) implements Said {}
    }

    private static final Said.Text NOTHING = new Said.Text("");

    /** Reads the element of {@code parts} on which the scan stands. */
    static GeminiReplyPart read(JsonScan scan) {
        String signature = "";
        String text = "";
        boolean thought = false;
        Said other = NOTHING;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "text" -> text = scan.string();
                    case "thought" -> thought = scan.isTrue();
                    case "thoughtSignature", "thought_signature" -> signature = scan.string();
                    case "functionCall" -> other = call(scan);
                    case "executableCode" -> other = fenced(scan);
                    case "codeExecutionResult" -> other = fenced(scan);
                    case "inlineData" -> other = omitted(scan);
                    default -> {} // what Google's own tools do is not the client's to answer
                }
            }
        }
        if (other != NOTHING) {
            return new GeminiReplyPart(other, signature);
        }
        return new GeminiReplyPart(
                thought ? new Said.Thought(text) : new Said.Text(text), signature);
    }

    private static Said call(JsonScan scan) {
        String id = "";
        String name = "";
        String arguments = "";
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "id" -> id = scan.string();
                    case "name" -> name = scan.string();
                    case "args" -> arguments = scan.isObject() ? scan.compact(scan.start()) : "";
                    default -> {}
                }
            }
        }
        return new Said.Call(id, name, arguments.equals("{}") ? "" : arguments);
    }

    /** Code that Google runs, or what it gave, as a block of Markdown. */
    private static Said fenced(JsonScan scan) {
        String language = "";
        String text = "";
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "language" -> language = scan.string().toLowerCase(Locale.ROOT);
                    case "code", "output" -> text = scan.string();
                    default -> {}
                }
            }
        }
        var end = text.endsWith("\n") ? "```\n" : "\n```\n";
        return text.isEmpty() ? NOTHING : new Said.Text("\n```" + language + "\n" + text + end);
    }

    /** An image of the model's own, for which no client has a place. */
    private static Said omitted(JsonScan scan) {
        String type = "data";
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("mimeType")) {
                    type = scan.string();
                }
            }
        }
        return new Said.Text("[" + type + " omitted]");
    }
}
