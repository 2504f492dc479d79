package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Span;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a JSON document in a byte array: values and where they stand, never a tree.
 *
 * <pre>{@code
 * if (scan.enterObject()) {
 *     while (scan.nextField()) {
 *         switch (scan.name()) {
 *             case "model" -> model = scan.string();
 *             default -> {} // what is not entered is skipped
 *         }
 *     }
 * }
 * }</pre>
 *
 * What is not JSON, not UTF-8 or nested deeper than {@value #MAX_DEPTH} fails with an {@code
 * INVALID_REQUEST} problem that says what and where. Strings are checked but decoded only if asked
 * for; offsets count bytes from the start of the array.
 */
public final class JsonScan implements AutoCloseable {

    /** Objects and arrays within one another; the outermost counts. */
    public static final int MAX_DEPTH = 128;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    // Messages quote what was found: a few characters of it, for they are logged.
                    .errorReportConfiguration(
                            ErrorReportConfiguration.builder().maxErrorTokenLength(16).build())
                    .build();

    private final byte[] json;
    private final int base;
    private final JsonParser parser;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    /** The cursor stands on an object or array whose content is still ahead. */
    private boolean unentered;

    private JsonScan(byte[] json, int offset, int length) {
        this.json = json;
        this.base = offset;
        int malformed = Utf8.firstMalformed(json, offset, length);
        if (malformed >= 0) {
            throw invalid("it is not UTF-8 at byte " + (malformed - offset));
        }
        if (isWide(json, offset, length)) {
            throw invalid("it is not UTF-8, but has zero bytes as UTF-16 or UTF-32 would");
        }
        try {
            parser = JSON.createParser(json, offset, length);
            moveTo(parser.nextToken());
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** A scan that stands on the document's outermost value. */
    public static JsonScan of(byte[] json) {
        return of(json, 0, json.length);
    }

    /** The same for a document that is part of the array. */
    public static JsonScan of(byte[] json, int offset, int length) {
        return new JsonScan(json, offset, length);
    }

    /** Goes into the object on which the cursor stands; false, and no move, if it is none. */
    public boolean enterObject() {
        return enter(JsonToken.START_OBJECT);
    }

    /** Goes into the array on which the cursor stands; false, and no move, if it is none. */
    public boolean enterArray() {
        return enter(JsonToken.START_ARRAY);
    }

    /** Moves to the value of the next field; false, and behind the object, after the last. */
    public boolean nextField() {
        try {
            skip();
            if (parser.nextFieldName() == null) {
                moveTo(parser.currentToken());
                return false;
            }
            moveTo(parser.nextToken());
            return true;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Moves to the next element; false, and behind the array, after the last. */
    public boolean nextElement() {
        try {
            skip();
            moveTo(parser.nextToken());
            return token != JsonToken.END_ARRAY;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Name of the field whose value the cursor stands on. */
    public String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Reads on to the document's end and makes sure that nothing follows. */
    public void finish() {
        try {
            skip();
            boolean ended = parser.getParsingContext().inRoot();
            while (parser.nextToken() != null) {
                if (ended) {
                    throw invalid("something follows its end at byte " + (start() - base));
                }
                ended = parser.getParsingContext().inRoot();
            }
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Offset of the value's first byte: of a string, its quote. */
    public int start() {
        return base + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Offset behind the value, or behind the object or array that has just been left. */
    public int end() {
        try {
            skip();
            parser.finishToken();
            return base + (int) parser.currentLocation().getByteOffset();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The whole value. An object or array is skipped for it. */
    public Span span() {
        int start = start();
        return new Span(start, end() - start);
    }

    public boolean isString() {
        return token == JsonToken.VALUE_STRING;
    }

    public boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return token == JsonToken.START_ARRAY;
    }

    public boolean isTrue() {
        return token == JsonToken.VALUE_TRUE;
    }

    public boolean isNull() {
        return token == JsonToken.VALUE_NULL;
    }

    /** Whether the value is a string that begins with this ASCII text. */
    public boolean startsWith(String text) {
        return isString() && JsonText.match(json, start() + 1, text) >= 0;
    }

    /** Whether the value is a string of just this ASCII text. */
    public boolean is(String text) {
        int end = isString() ? JsonText.match(json, start() + 1, text) : -1;
        return end >= 0 && end < json.length && json[end] == '"';
    }

    /** Whether the value is a string that holds this ASCII text. */
    public boolean contains(String text) {
        return isString() && JsonText.find(json, start() + 1, text) >= 0;
    }

    /** The string on which the cursor stands, decoded; empty if the value is none. */
    public String string() {
        var text = stringOrNull();
        return text == null ? "" : text;
    }

    /** The string on which the cursor stands, decoded; null if the value is none. */
    public @Nullable String stringOrNull() {
        if (!isString()) {
            return null;
        }
        try {
            return parser.getText();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The number on which the cursor stands, if it is a whole one that fits; else the other. */
    public long longOr(long other) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            return other;
        }
        try {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? other
                    : parser.getLongValue();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The number on which the cursor stands; null if the value is none, or beyond a double. */
    public @Nullable Double numberOrNull() {
        if (!token.isNumeric()) {
            return null;
        }
        try {
            double number = parser.getDoubleValue();
            return Double.isFinite(number) ? number : null;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /**
     * The JSON from an offset up to the end of the value, as text without white space between its
     * tokens.
     */
    public String compact(int start) {
        var compact = new byte[end() - start];
        int length = 0;
        boolean quoted = false;
        for (int i = start; i < start + compact.length; i++) {
            byte b = json[i];
            if (b == '"') {
                quoted = !quoted;
            } else if (b == '\\' && quoted) {
                compact[length++] = b;
                b = json[++i];
            } else if (!quoted && b >= 0 && b <= ' ') {
                continue;
            }
            compact[length++] = b;
        }
        return new String(compact, 0, length, UTF_8);
    }

    /** What the value is, in JSON's own words. */
    public String kind() {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "nothing";
        };
    }

    /** Gives the parser's buffers back. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private boolean enter(JsonToken start) {
        if (token != start || !unentered) {
            return false;
        }
        unentered = false;
        return true;
    }

    private void skip() throws IOException {
        if (unentered) {
            parser.skipChildren();
            moveTo(parser.currentToken());
        }
    }

    private void moveTo(@Nullable JsonToken next) {
        token = next == null ? JsonToken.NOT_AVAILABLE : next;
        unentered = token.isStructStart();
    }

    /** Jackson would take such a document for UTF-16 or UTF-32 and count characters. */
    private static boolean isWide(byte[] json, int offset, int length) {
        for (int i = offset; i < offset + Math.min(4, length); i++) {
            if (json[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private ProblemException malformed(IOException failure) {
        return switch (failure) {
            case StreamConstraintsException limit
                    when parser.getParsingContext().getNestingDepth() > MAX_DEPTH ->
                    invalid("it nests deeper than " + MAX_DEPTH + " levels " + place(limit));
            case StreamConstraintsException limit ->
                    invalid("it holds a number or name beyond all measure " + place(limit));
            case JsonEOFException cut -> invalid("it ends in the middle " + place(cut));
            case JsonProcessingException broken -> invalid(reason(broken) + " " + place(broken));
            default -> invalid("it cannot be read");
        };
    }

    private static String place(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null ? "" : "at byte " + location.getByteOffset();
    }

    private static String reason(JsonProcessingException failure) {
        var message = failure.getOriginalMessage();
        return message == null ? "it is malformed" : message.lines().findFirst().orElse("");
    }

    private static ProblemException invalid(String what) {
        return Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "The body is not usable JSON: "
                                + what
                                + ". Send one JSON object, encoded in UTF-8.")
                .asException();
    }
}
