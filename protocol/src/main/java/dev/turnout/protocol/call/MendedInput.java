package dev.turnout.protocol.call;

import dev.turnout.protocol.json.JsonText;
import dev.turnout.protocol.json.ToolInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tool's input as it was meant, where a model wrote it in ways that are not JSON. */
public final class MendedInput {

    private static final String VALUE = "{\"v\":";

    /** Brackets around an object that are forgiven. */
    private static final int MOST_EXTRA = 8;

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

    /** All objects in what a model wrote, whatever stands between them. */
    public static List<String> objects(String written) {
        var objects = new ArrayList<String>();
        for (var object : LooseBrackets.objects(written)) {
            var read = LooseJson.loose(object, InputShape.ANY);
            if (read != null) {
                objects.add(read.json());
            }
        }
        return objects;
    }

    /**
     * A value that was written as a bare text, as JSON of a type that the schema takes; a string
     * where it takes strings, or can be read as nothing else that it takes.
     */
    public static String value(String text, InputShape shape) {
        boolean nothing = shape.types().contains("null") && text.strip().equals("null");
        if (shape.takesText() && !nothing) {
            return JsonText.quote(text);
        }
        var around = new InputShape(Set.of("object"), Map.of("v", shape), null);
        var objects = LooseBrackets.objects(VALUE + text + "}");
        var read = objects.size() == 1 ? LooseJson.loose(objects.getFirst(), around) : null;
        if (read == null || !read.json().startsWith(VALUE)) {
            return JsonText.quote(text);
        }
        var json = read.json().substring(VALUE.length(), read.json().length() - 1);
        return shape.takes(json) ? json : JsonText.quote(text);
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
        int extra = 0;
        while (extra < MOST_EXTRA
                && object.startsWith("{{", extra)
                && object.startsWith("}}", object.length() - extra - 2)) {
            extra++;
        }
        return object.substring(extra, object.length() - extra);
    }
}
