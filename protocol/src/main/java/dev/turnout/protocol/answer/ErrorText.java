package dev.turnout.protocol.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;

/**
 * What an error body says, in whatever shape it came: Anthropic's {@code {"error":{"type",
 * "message"}}}, OpenAI's with a {@code code} beside, {@code {"error":"…"}}, {@code {"message"}},
 * {@code {"detail"}}, Gemini's array around one of these, plain text.
 *
 * @param type the provider's own word for the kind of error; empty without one
 * @param code a second such word, where there is one
 * @param message for people; empty where the body says nothing, or is an HTML page
 */
record ErrorText(String type, String code, String message) {

    private static final int MAX_PLAIN_TEXT = 300;

    static ErrorText read(byte[] body, int offset, int length) {
        var shape = new Shape();
        try (var scan = JsonScan.of(body, offset, length)) {
            shape.read(scan);
            return new ErrorText(shape.type, shape.code, shape.message);
        } catch (ProblemException notJson) {
            var text = new String(body, offset, Math.min(length, MAX_PLAIN_TEXT), UTF_8).strip();
            boolean plain = !text.startsWith("<") && !text.startsWith("{");
            return new ErrorText("", "", plain ? text : "");
        }
    }

    /** Whether the provider says that money is missing, which waiting does not mend. */
    boolean isUnpaid() {
        return type.equals("billing_error")
                || type.equals("insufficient_quota")
                || code.equals("insufficient_quota");
    }

    private static final class Shape {
        private String type = "";
        private String code = "";
        private String message = "";

        private void read(JsonScan scan) {
            if (scan.enterArray()) {
                while (scan.nextElement()) {
                    read(scan);
                }
            } else if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "error" -> read(scan);
                        case "message", "detail" -> message = textOr(message, scan);
                        case "type", "status" ->
                                type = scan.is("error") ? type : textOr(type, scan);
                        case "code" -> code = textOr(code, scan);
                        default -> {}
                    }
                }
            } else {
                message = textOr(message, scan);
            }
        }

        private static String textOr(String other, JsonScan scan) {
            var text = scan.string();
            return text.isEmpty() ? other : text;
        }
    }
}
