package dev.turnout.protocol.call;

import dev.turnout.protocol.json.ToolInput;
import org.jspecify.annotations.Nullable;

/** A tool's input as it was meant, where a model wrote it in ways that are not JSON. */
public final class MendedInput {

    private MendedInput() {}

    /**
     * An input that is one JSON object: the very text where it is one already, or is nothing. Of
     * several objects the last that holds anything is taken. What cannot be mended stands in a
     * field {@value ToolInput#INVALID}, so that the call fails where the model sees it.
     */
    public static String of(String written, InputShape shape) {
        if (ToolInput.isNothing(written)) {
            return "";
        }
        var object = object(written, shape);
        return object == null ? ToolInput.invalid(written) : object;
    }

    /** The object that is meant; null where none can be made out. */
    public static @Nullable String object(String written, InputShape shape) {
        var strict = LooseJson.strict(written, shape);
        if (strict != null && strict.isObject()) {
            return strict.unwrapped() ? strict.json() : written;
        }
        var said = LooseString.of(written);
        return within(said == null ? written : said, shape);
    }

    private static @Nullable String within(String text, InputShape shape) {
        String last = null;
        for (var written : LooseBrackets.objects(text).reversed()) {
            var read = LooseJson.loose(withoutExtraBrackets(written), shape);
            if (read != null && !read.json().equals("{}")) {
                return read.json();
            }
            last = read == null ? last : read.json();
        }
        return last;
    }

    private static String withoutExtraBrackets(String object) {
        var text = object;
        while (text.startsWith("{{") && text.endsWith("}}")) {
            text = text.substring(1, text.length() - 1);
        }
        return text;
    }
}
