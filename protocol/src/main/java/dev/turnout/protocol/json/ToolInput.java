package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;

/**
 * What a model wrote as a tool's input, as the one JSON object that an input has to be. Anything
 * else is kept within one, so that the conversation can go on.
 */
public final class ToolInput {

    /**
     * Field of an input that is no whole JSON object, by the name that Anthropic's documentation of
     * fine-grained tool streaming uses: no tool knows it, so that the call fails where the model
     * sees it, and nothing half is run.
     */
    public static final String INVALID = "INVALID_JSON";

    private ToolInput() {}

    /**
     * The input as an object, without white space between its tokens. Nothing is {@code {}}; half a
     * surrogate pair becomes U+FFFD.
     */
    public static String object(String written) {
        if (isNothing(written)) {
            return "{}";
        }
        var json = Utf8.encodable(written).getBytes(UTF_8);
        try (var scan = JsonScan.of(json)) {
            if (scan.isObject()) {
                var object = scan.compact(scan.start());
                scan.finish();
                return object;
            }
        } catch (ProblemException notJson) {
            // told below, as what is no object
        }
        return invalid(written);
    }

    /** Whether it stands for no input: servers write that in both ways. */
    public static boolean isNothing(String written) {
        return written.isBlank() || written.strip().equals("null");
    }

    /** An object that shows what is none. */
    public static String invalid(String written) {
        return "{\"" + INVALID + "\":" + JsonText.quote(written) + "}";
    }
}
