package dev.turnout.protocol.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.turnout.protocol.json.JsonScan;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model wrote as JSON, and writes it as JSON is: where the schema wants an array or an
 * object and a text stands that holds one, that is unwrapped.
 */
final class LooseJson {

    /**
     * What was read.
     *
     * @param first what it begins with
     * @param json without white space between its tokens
     * @param unwrapped whether a value in it is another than was written
     */
    record Read(JsonToken first, String json, boolean unwrapped) {

        boolean isObject() {
            return first == JsonToken.START_OBJECT;
        }
    }

    private static final JsonFactory STRICT =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(JsonScan.MAX_DEPTH)
                                    .build())
                    .build();

    private static final JsonFactory LOOSE =
            STRICT.rebuild()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .build();

    private boolean unwrapped;

    private LooseJson() {}

    /** One value as JSON is; null where the text is none, or more. */
    static @Nullable Read strict(String text, InputShape shape) {
        return new LooseJson().read(STRICT, text, shape);
    }

    /** One value as Python or JavaScript would have it; null where the text is none, or more. */
    static @Nullable Read loose(String text, InputShape shape) {
        return new LooseJson().read(LOOSE, text, shape);
    }

    private @Nullable Read read(JsonFactory format, String text, InputShape shape) {
        var written = new StringWriter(text.length());
        try (var parser = format.createParser(text);
                var generator = STRICT.createGenerator(written)) {
            var first = parser.nextToken();
            if (first == null) {
                return null;
            }
            copy(parser, generator, shape);
            if (parser.nextToken() != null) {
                return null;
            }
            generator.flush();
            return new Read(first, written.toString(), unwrapped);
        } catch (IOException notJson) {
            return null;
        }
    }

    private void copy(JsonParser parser, JsonGenerator generator, InputShape shape)
            throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                generator.writeStartObject();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    var name = parser.currentName();
                    generator.writeFieldName(name);
                    parser.nextToken();
                    copy(parser, generator, shape.property(name));
                }
                generator.writeEndObject();
            }
            case START_ARRAY -> {
                generator.writeStartArray();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    copy(parser, generator, shape.element());
                }
                generator.writeEndArray();
            }
            case VALUE_STRING -> {
                var within = shape.wantsContainer() ? within(parser.getText(), shape) : null;
                if (within == null) {
                    generator.writeString(parser.getText());
                } else {
                    generator.writeRawValue(within);
                    unwrapped = true;
                }
            }
            default -> generator.copyCurrentEventExact(parser);
        }
    }

    /** The array or object that a text holds; null where it is none. */
    private static @Nullable String within(String text, InputShape shape) {
        var read = strict(text, shape);
        read = read == null ? loose(text, shape) : read;
        return read == null || read.first().isScalarValue() ? null : read.json();
    }
}
