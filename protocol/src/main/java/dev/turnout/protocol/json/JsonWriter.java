package dev.turnout.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes one JSON document, value after value, in UTF-8. Half a surrogate pair, which no encoding
 * can hold, becomes U+FFFD.
 */
public final class JsonWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build();

    private final ByteArrayOutputStream out;
    private final JsonGenerator generator;

    /** Appends to {@code out}; what was written is there after {@link #finish()}. */
    public JsonWriter(ByteArrayOutputStream out) {
        this.out = out;
        try {
            generator = JSON.createGenerator(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no faults", e);
        }
    }

    /** A document of its own. */
    public JsonWriter() {
        this(new ByteArrayOutputStream());
    }

    /** A document of its own, with room for so many bytes from the beginning. */
    public JsonWriter(int bytes) {
        this(new ByteArrayOutputStream(bytes));
    }

    public JsonWriter startObject() {
        return written(generator::writeStartObject);
    }

    public JsonWriter endObject() {
        return written(generator::writeEndObject);
    }

    public JsonWriter startArray() {
        return written(generator::writeStartArray);
    }

    public JsonWriter endArray() {
        return written(generator::writeEndArray);
    }

    /** The name of the value that is written next. */
    public JsonWriter name(String name) {
        return written(() -> generator.writeFieldName(Utf8.encodable(name)));
    }

    public JsonWriter string(String value) {
        return written(() -> generator.writeString(Utf8.encodable(value)));
    }

    public JsonWriter number(long value) {
        return written(() -> generator.writeNumber(value));
    }

    public JsonWriter number(double value) {
        return written(() -> generator.writeNumber(value));
    }

    public JsonWriter bool(boolean value) {
        return written(() -> generator.writeBoolean(value));
    }

    public JsonWriter nothing() {
        return written(generator::writeNull);
    }

    /** A value that is JSON already. */
    public JsonWriter raw(String json) {
        return written(() -> generator.writeRawValue(Utf8.encodable(json)));
    }

    /** A field with a text. */
    public JsonWriter field(String name, String value) {
        return name(name).string(value);
    }

    /** A field with a whole number. */
    public JsonWriter field(String name, long value) {
        return name(name).number(value);
    }

    /** A field with a truth value. */
    public JsonWriter field(String name, boolean value) {
        return name(name).bool(value);
    }

    /** Ends the document, so that all of it is in what it was written to. */
    public void finish() {
        written(generator::close);
    }

    /** Ends the document. All that has been written, from the beginning of the output. */
    public byte[] bytes() {
        finish();
        return out.toByteArray();
    }

    private JsonWriter written(Step step) {
        try {
            step.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no faults", e);
        }
    }

    private interface Step {
        void write() throws IOException;
    }
}
