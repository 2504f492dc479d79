package dev.turnout.protocol.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says, in whatever shape it came: Anthropic's {@code {"error":{"type",
 * "message"}}}, OpenAI's with a {@code code} beside, {@code {"error":"…"}}, {@code {"message"}},
 * FastAPI's {@code {"detail"}}, vLLM's {@code {"object":"error"}}, MiniMax's {@code {"base_resp"}},
 * OpenRouter's with another provider's error in it, Gemini's array around one of these, any of them
 * as an event of a stream, plain text, a web page.
 *
 * @param type the provider's own word for the kind of error; empty without one
 * @param code a second such word or number, where there is one; MiniMax's numbers are written
 *     {@code base_resp 1008}, since others give them other meanings
 * @param message for people; of a web page its title; empty where the body says nothing
 * @param retryDelay how long to wait, as it is written ({@code 17s}); empty where no field says it
 * @param promptTokens of the prompt that did not fit, where a field says it; else 0
 * @param window in tokens, where a field says it; else 0
 */
record ErrorText(
        String type,
        String code,
        String message,
        String retryDelay,
        long promptTokens,
        long window) {

    static ErrorText read(byte[] body, int offset, int length) {
        var shape = shape(body, offset, length);
        if (shape != null) {
            return shape.text();
        }
        var text = new String(body, offset, length, UTF_8).strip();
        var event = ErrorPage.event(text);
        return event == null ? ofText(text) : ofEvent(event);
    }

    /** Of its data, whatever stands in it: an event within an event is only text. */
    private static ErrorText ofEvent(String data) {
        var json = data.getBytes(UTF_8);
        var shape = shape(json, 0, json.length);
        return shape == null ? ofText(data) : shape.text();
    }

    private static ErrorText ofText(String text) {
        return new ErrorText("", "", ErrorPage.message(text), "", 0, 0);
    }

    /** What a JSON text says; null where it is none. */
    private static @Nullable Shape shape(byte[] body, int offset, int length) {
        var shape = new Shape();
        try (var scan = JsonScan.of(body, offset, length)) {
            shape.read(scan);
        } catch (ProblemException notJson) {
            // What was cut, or follows it, does not unsay what was read before.
            return shape.isEmpty() ? null : shape;
        }
        return shape;
    }

    private static final class Shape {
        private String type = "";
        private String code = "";
        private String message = "";
        private String retryDelay = "";
        private long promptTokens;
        private long window;
        private String wrapped = "";

        private void read(JsonScan scan) {
            if (scan.enterArray()) {
                while (scan.nextElement()) {
                    read(scan);
                }
            } else if (scan.enterObject()) {
                while (scan.nextField()) {
                    field(scan);
                }
            } else {
                message = textOr(message, scan);
            }
        }

        private void field(JsonScan scan) {
            switch (scan.name()) {
                case "error", "message", "detail", "msg" -> read(scan);
                case "type", "status", "error_type" ->
                        type = scan.is("error") ? type : textOr(type, scan);
                case "code" -> code = numberOr(textOr(code, scan), scan);
                case "base_resp" -> baseResp(scan);
                case "metadata" -> metadata(scan);
                case "details" -> details(scan);
                case "error_code" -> code = textOr(code, scan);
                case "n_prompt_tokens" -> promptTokens = scan.longOr(0);
                case "n_ctx" -> window = scan.longOr(0);
                default -> {}
            }
        }

        /** MiniMax's, which stands in good answers too, with code 0. */
        private void baseResp(JsonScan scan) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "status_code" ->
                                code = scan.longOr(0) == 0 ? code : "base_resp " + scan.longOr(0);
                        case "status_msg" -> message = textOr(message, scan);
                        default -> {}
                    }
                }
            }
        }

        /** OpenRouter's own message is "Provider returned error"; what it returned is in here. */
        private void metadata(JsonScan scan) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    if (scan.name().equals("raw")) {
                        wrapped = scan.string();
                    }
                }
            }
        }

        /** Google's, of which RetryInfo is one; Anthropic's, with a code for machines. */
        private void details(JsonScan scan) {
            if (scan.isObject()) {
                read(scan);
            } else if (scan.enterArray()) {
                while (scan.nextElement()) {
                    if (scan.enterObject()) {
                        while (scan.nextField()) {
                            if (scan.name().equals("retryDelay")) {
                                retryDelay = textOr(retryDelay, scan);
                            }
                        }
                    }
                }
            }
        }

        private boolean isEmpty() {
            return type.isEmpty()
                    && code.isEmpty()
                    && message.isEmpty()
                    && wrapped.isEmpty()
                    && window == 0;
        }

        private ErrorText text() {
            if (wrapped.isEmpty()) {
                return new ErrorText(type, code, message, retryDelay, promptTokens, window);
            }
            var bytes = wrapped.getBytes(UTF_8);
            wrapped = "";
            var inner = read(bytes);
            return new ErrorText(
                    inner.type.isEmpty() ? type : inner.type,
                    inner.code.isEmpty() ? code : inner.code,
                    inner.message.isEmpty() ? message : inner.message,
                    inner.retryDelay.isEmpty() ? retryDelay : inner.retryDelay,
                    inner.promptTokens,
                    inner.window);
        }

        private static ErrorText read(byte[] bytes) {
            return ErrorText.read(bytes, 0, bytes.length);
        }

        private static String textOr(String other, JsonScan scan) {
            var text = scan.string();
            return text.isEmpty() ? other : text;
        }

        private static String numberOr(String other, JsonScan scan) {
            long number = scan.longOr(-1);
            return number < 0 ? other : Long.toString(number);
        }
    }
}
